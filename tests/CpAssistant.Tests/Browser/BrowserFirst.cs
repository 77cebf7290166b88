using CpAssistant.Tests.Browser;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("CpAssistant.Tests.Browser." + nameof(BrowserFirst), "CpAssistant.Tests")]

namespace CpAssistant.Tests.Browser;

/// <summary>The tests in a browser take longest, one after the other: begun late they would be left running alone at the end.</summary>
public sealed class BrowserFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName != BrowserGroup.Name).ThenBy(collection => collection.UniqueID);
}
