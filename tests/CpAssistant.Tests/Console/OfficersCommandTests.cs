using CpAssistant.Accounts;
using CpAssistant.Commands;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Commands;

namespace CpAssistant.Tests.Console;

public sealed class OfficersCommandTests : IDisposable
{
    private const string Password = "con trâu đi trước";

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_first_administrator_is_made_at_the_terminal()
    {
        var added = await RunAsync(Password + "\n", "add", "Nguyễn An", "--role", "administrator", "--password-stdin");
        var listed = await RunAsync("", "list");

        Assert.Equal((0, "đã thêm\n"), (added.ExitCode, added.Out));
        Assert.Equal("Nguyễn An\tadministrator\n", listed.Out);
    }

    [Theory]
    [InlineData("quá ngắn\n", 1, "Mật khẩu phải có ít nhất 12 ký tự.", "add", "an", "--role", "officer", "--password-stdin")]
    [InlineData("", 2, "đầu vào chuẩn không có mật khẩu", "add", "an", "--role", "officer", "--password-stdin")]
    [InlineData("", 2, "đầu vào không phải bàn phím: dùng --password-stdin", "add", "an", "--role", "officer")]
    [InlineData("", 2, "--role phải là officer, reviewer hoặc administrator", "add", "an", "--role", "chief")]
    [InlineData("", 2, "--role phải là officer, reviewer hoặc administrator", "add", "an")]
    [InlineData("", 1, "Không có tài khoản này.", "remove", "an")]
    [InlineData("", 2, "cần list, add, password hoặc remove")]
    [InlineData("", 2, "không hiểu \"list all\"", "list", "all")]
    public async Task What_is_wrong_is_said(string input, int exitCode, string said, params string[] words)
    {
        var run = await RunAsync(input, words);

        Assert.Equal((exitCode, said), (run.ExitCode, run.Error.Split('\n')[0]));
    }

    [Fact]
    public async Task A_password_is_typed_twice_and_not_shown()
    {
        Assert.Equal((0, "Mật khẩu: \nNhập lại mật khẩu: \n"), await TypedAsync(Password, Password));
        Assert.Equal(2, (await TypedAsync(Password, Password + "!")).ExitCode);
        Assert.Equal(2, (await TypedAsync([null])).ExitCode);
    }

    [Fact]
    public async Task The_last_administrator_is_not_removed_here_either()
    {
        await RunAsync(Password, "add", "an", "--role", "administrator", "--password-stdin");

        Assert.Equal(1, (await RunAsync("", "remove", "an")).ExitCode);
        await RunAsync(Password, "add", "bi", "--role", "administrator", "--password-stdin");
        Assert.Equal(0, (await RunAsync("", "remove", "AN")).ExitCode);
    }

    [Fact]
    public async Task Commands_work_while_the_service_runs()
    {
        using var service = new Service();
        using var client = await ConsoleClient.SignInAsync(service, Role.Officer, "lan");

        var reset = await CommandRun.WithInput("bốn con vịt xiêm", "officers", "password", "lan", "--password-stdin", "--Data:Folder=" + service.Data.Path);
        var old = await client.Http.GetAsync("/quan-tri");
        var again = await client.SignInAsync("lan", "bốn con vịt xiêm");
        var removed = await CommandRun.Of("officers", "remove", "lan", "--Data:Folder", service.Data.Path);

        Assert.Equal((0, 0), (reset.ExitCode, removed.ExitCode));
        Assert.Equal((System.Net.HttpStatusCode.Redirect, "/quan-tri"), (old.StatusCode, again.Headers.Location?.OriginalString));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await client.Http.GetAsync("/quan-tri")).StatusCode);
    }

    private Task<CommandRun> RunAsync(string input, params string[] words) => CommandRun.WithInput(input, ["officers", .. words, "--Data:Folder=" + _data.Path]);

    private async Task<(int ExitCode, string Error)> TypedAsync(params string?[] typed)
    {
        var lines = new Queue<string?>(typed);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(TextReader.Null, output, error, Interactive: true) { ReadHidden = lines.Dequeue };
        var exitCode = await CommandTable.RunAsync(
            ["officers", "add", "an", "--role", "administrator", "--Data:Folder=" + _data.Path], new CommandContext(terminal, TimeProvider.System, Repository.Root), CancellationToken.None);
        return (exitCode, error.ToString());
    }
}
