using CpAssistant.Core.Answering;
using CpAssistant.Core.Text;
using CpAssistant.Documents;

namespace CpAssistant.Tests.Api;

public sealed class SourceAddressTests
{
    [Theory]
    [InlineData("phu-yen", "/van-ban/phu-yen?trich=12-34#trich")]
    [InlineData("kế hoạch 50%#1?", "/van-ban/k%E1%BA%BF%20ho%E1%BA%A1ch%2050%25%231%3F?trich=12-34#trich")]
    public void Names_the_document_and_the_words(string id, string address)
    {
        var document = TestKnowledge.Corpus.Documents[0] with { Id = id };

        Assert.Equal(address, SourceAddress.Of(new Citation(document, document.Provisions[0], new TextSpan(12, 34))));
    }
}
