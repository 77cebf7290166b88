using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>What a service logs as a fault.</summary>
internal sealed class Faults : ILoggerProvider, ILogger
{
    internal ConcurrentQueue<string> Written { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Written.Enqueue($"{formatter(state, exception)} {exception?.Message}");
        }
    }

    public void Dispose()
    {
    }
}
