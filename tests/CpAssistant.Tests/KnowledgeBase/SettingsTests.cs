using CpAssistant.Configuration;
using Microsoft.Extensions.Configuration;

namespace CpAssistant.Tests.KnowledgeBase;

public class SettingsTests
{
    [Fact]
    public void Defaults_run_from_the_root()
    {
        var settings = Read();

        Assert.Equal([Path.Combine(Repository.Root, "knowledge", "documents")], settings.Knowledge.Documents);
        Assert.Equal((Path.Combine(Repository.Root, "data"), 2000, false), (settings.DataFolder, settings.Limits.QuestionCharacters, settings.Knowledge.Office.IsKnown));
    }

    [Theory]
    [InlineData("Knowledge:Documents:0", "no/such/folder")]
    [InlineData("Knowledge:Language", "no/such/folder")]
    [InlineData("Limits:QuestionCharacters", "many")]
    [InlineData("Limits:RequestBytes", "0")]
    [InlineData("Console:IdleMinutes", "0")]
    [InlineData("Console:SessionHours", "half a day")]
    [InlineData("Console:SignInsPerMinute", "-1")]
    public void A_value_that_cannot_be_used_is_told_by_its_key(string key, string value) =>
        Assert.StartsWith(key, Assert.Throws<SettingsException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Folders_and_office_are_read()
    {
        var knowledge = Read(("Knowledge:Documents:0", Repository.CorpusDocuments), ("Knowledge:Documents:1", "knowledge/language"), ("Office:Name", " Văn phòng SXSH ")).Knowledge;

        Assert.Equal([Repository.CorpusDocuments, Repository.Language], knowledge.Documents);
        Assert.Equal("Văn phòng SXSH", knowledge.Office.Name);
    }

    private static Settings Read(params (string Key, string Value)[] values) => Settings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build(), Repository.Root);
}
