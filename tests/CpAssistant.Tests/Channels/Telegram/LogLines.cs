using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>All that is logged, with its exceptions.</summary>
internal sealed class LogLines
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = [];

    internal IReadOnlyList<string> All => [.. _lines.Select(line => line.Line)];

    /// <returns>Lines at this level or above that hold these words.</returns>
    internal IReadOnlyList<string> With(string words, LogLevel level = LogLevel.Information) =>
        [.. _lines.Where(line => line.Level >= level && line.Line.Contains(words, StringComparison.Ordinal)).Select(line => line.Line)];

    internal ILoggerProvider Provider() => new Listener(this);

    private sealed class Listener(LogLines log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Category(log, categoryName);

        public void Dispose()
        {
        }
    }

    private sealed class Category(LogLines log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue((logLevel, $"{name}: {formatter(state, exception)} {exception}"));
    }
}
