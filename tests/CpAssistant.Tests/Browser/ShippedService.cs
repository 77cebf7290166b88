using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Browser;

/// <summary>One service over the shipped documents for the tests of a class that change nothing in it, on a port of this machine; started by the first that asks for it.</summary>
public sealed class ShippedService : IDisposable
{
    private readonly Lazy<Service> _service = new(() => Service.OnPort([.. BrowserFixture.ManyPeople, ("Knowledge:Documents:0", Repository.ShippedDocuments)]));

    internal string Address => _service.Value.Address;

    public void Dispose()
    {
        if (_service.IsValueCreated)
        {
            _service.Value.Dispose();
        }
    }
}
