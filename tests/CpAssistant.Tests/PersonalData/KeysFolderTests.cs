using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CpAssistant.Tests.PersonalData;

public sealed class KeysFolderTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    private string Former => Path.Combine(_data.Path, "keys");

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Keys_of_an_older_installation_are_moved_out_of_the_data_folder_and_go_on_counting()
    {
        string name, token;
        using (var service = new Service(("Data:Folder", _data.Path)))
        {
            name = service.Services.GetRequiredService<Pseudonyms>().Of("webchat", "dl_x");
            token = service.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("sealed before");
        }

        // As it was before: the same keys, inside.
        Directory.Move(_data.Keys, Former);
        using var later = new Service(("Data:Folder", _data.Path));

        Assert.False(Directory.Exists(Former));
        Assert.Equal(name, later.Services.GetRequiredService<Pseudonyms>().Of("webchat", "dl_x"));
        Assert.Equal("sealed before", later.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(token));
        Assert.All(Directory.GetFiles(_data.Keys), file => Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) == 0, file));
    }

    [Fact]
    public void A_move_that_was_broken_off_is_taken_up_again()
    {
        _data.Write("keys/pseudonyms.key", "a");
        _data.Write("keys/key-1.xml", "b");
        Directory.CreateDirectory(_data.Keys);
        File.WriteAllText(Path.Combine(_data.Keys, "pseudonyms.key"), "a");

        TakeOver();

        Assert.False(Directory.Exists(Former));
        Assert.Equal(("a", "b"), (File.ReadAllText(Path.Combine(_data.Keys, "pseudonyms.key")), File.ReadAllText(Path.Combine(_data.Keys, "key-1.xml"))));
    }

    [Fact]
    public void Of_two_different_keys_neither_is_lost()
    {
        _data.Write("keys/pseudonyms.key", "a");
        Directory.CreateDirectory(_data.Keys);
        File.WriteAllText(Path.Combine(_data.Keys, "pseudonyms.key"), "other");

        Assert.Throws<StorageException>(TakeOver);

        Assert.Equal(("a", "other"), (File.ReadAllText(Path.Combine(Former, "pseudonyms.key")), File.ReadAllText(Path.Combine(_data.Keys, "pseudonyms.key"))));
    }

    [Theory]
    [InlineData("x/data", "x/data/keys", false)]
    [InlineData("x/data", "x", false)]
    [InlineData("x/data", "x/data/../data", false)]
    [InlineData("x/data", "x/data-2", true)]
    [InlineData("x/data/", "", true)]
    public void Keys_inside_the_data_folder_are_refused(string data, string keys, bool taken)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", data), new("Data:Keys", keys)]).Build();

        if (taken)
        {
            Assert.EndsWith(keys.Length > 0 ? "data-2" : "data-keys", Settings.Read(configuration, Repository.Root).KeysFolder, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("Data:Keys", Assert.Throws<SettingsException>(() => Settings.Read(configuration, Repository.Root)).Message, StringComparison.Ordinal);
        }
    }

    private void TakeOver() => new KeysFolder(_data.Keys).TakeOver(new DataFolder(_data.Path), NullLogger<KeysFolder>.Instance);
}
