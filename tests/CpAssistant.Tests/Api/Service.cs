using CpAssistant.KnowledgeBase;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Api;

/// <summary>The real service over a folder of documents and its own copy of the language data.</summary>
internal sealed class Service : IDisposable
{
    private readonly WebApplicationFactory<KnowledgeStore> _factory;

    /// <param name="settings">"Section:Key" and value.</param>
    internal Service(params (string Key, string Value)[] settings)
        : this(TimeProvider.System, listens: false, settings) { }

    /// <param name="listens">On a port of this machine, for clients that need a real connection.</param>
    internal Service(TimeProvider time, bool listens, params (string Key, string Value)[] settings)
        : this(time, listens, static _ => { }, settings) { }

    /// <param name="configure">Comes after the service's own.</param>
    internal Service(TimeProvider time, bool listens, Action<IServiceCollection> configure, params (string Key, string Value)[] settings)
    {
        Documents.Write("plan.txt", SamplePlan.Text());
        _factory = new WebApplicationFactory<KnowledgeStore>().WithWebHostBuilder(builder =>
        {
            builder.UseContentRoot(Repository.Root);
            builder.UseSetting("Knowledge:Documents:0", Documents.Path);
            builder.UseSetting("Knowledge:Language", Language.Path);
            builder.UseSetting("Data:Folder", Data.Path);
            builder.UseSetting("urls", "http://127.0.0.1:0");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services => configure(services.AddSingleton(time)));
        });
        if (listens)
        {
            _factory.UseKestrel();
            _factory.StartServer();
        }

        Client = _factory.CreateClient();
    }

    /// <returns>A service that browsers can reach, at <see cref="Address"/>.</returns>
    internal static Service OnPort(params (string Key, string Value)[] settings) => new(TimeProvider.System, listens: true, settings);

    /// <summary>Without a slash at the end.</summary>
    internal string Address => _factory.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    internal TemporaryFolder Documents { get; } = new();

    internal TemporaryFolder Language { get; } = new TemporaryFolder().With(Repository.Language);

    internal TemporaryFolder Data { get; } = new();

    internal HttpClient Client { get; }

    /// <returns>A client with cookies of its own, which does not follow redirects.</returns>
    internal HttpClient NewClient() => _factory.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = _factory.ClientOptions.BaseAddress, AllowAutoRedirect = false });

    internal IServiceProvider Services => _factory.Services;

    public void Dispose()
    {
        Client.Dispose();
        _factory.Dispose();
        Documents.Dispose();
        Language.Dispose();
        Data.Dispose();
    }
}
