using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>A response that has not gone out until it is told to.</summary>
internal sealed class SlowResponse : HttpResponseFeature
{
    private readonly List<(Func<object, Task> Callback, object State)> _completed = [];

    internal SlowResponse()
    {
        Context = new DefaultHttpContext();
        Context.Features.Set<IHttpResponseFeature>(this);
    }

    internal HttpContext Context { get; }

    public override void OnCompleted(Func<object, Task> callback, object state) => _completed.Add((callback, state));

    internal async Task CompleteAsync()
    {
        foreach (var (callback, state) in _completed)
        {
            await callback(state);
        }
    }
}
