using CpAssistant.Accounts;
using CpAssistant.Storage;

namespace CpAssistant.Commands;

/// <summary><c>officers</c>: who may sign in to the office's console. How the first administrator comes about, and the way back in when none is left; works while the service runs.</summary>
internal static class OfficersCommand
{
    internal static Command Command { get; } = new(
        "officers",
        "list | add TÊN --role officer|reviewer|administrator [--password-stdin] | password TÊN [--password-stdin] | remove TÊN",
        "Tài khoản vào trang quản trị: xem, thêm, đặt lại mật khẩu, xóa. Mật khẩu được hỏi hai lần, hoặc là một dòng của đầu vào chuẩn.",
        ["--password-stdin"],
        ["--role"],
        Run)
    {
        TakesSettings = true,
    };

    private static async Task<int> Run(CommandContext context, Arguments arguments, CancellationToken cancellation)
    {
        Func<OfficerRegister, Task<int>> work = arguments.Rest switch
        {
            ["list"] => register => ListAsync(context, register),
            ["add", var name] when ReadRole(arguments) is var role => register => AddAsync(context, arguments, register, name, role),
            ["password", var name] => register => WithAsync(context, register, name, id => ResetAsync(context, arguments, register, id)),
            ["remove", var name] => register => WithAsync(context, register, name, async id => Tell(context, await register.RemoveAsync(id, by: null), "đã xóa")),
            [] => throw new UsageException("cần list, add, password hoặc remove"),
            _ => throw new UsageException($"không hiểu \"{string.Join(' ', arguments.Rest)}\""),
        };
        using var database = new Database(new DataFolder(context.Settings(arguments).DataFolder));
        return await work(new OfficerRegister(database, OfficerPasswords.Hasher, context.Time));
    }

    private static Role ReadRole(Arguments arguments) => Roles.Find(arguments.Value("--role"))
        ?? throw new UsageException("--role phải là officer, reviewer hoặc administrator");

    private static async Task<int> ListAsync(CommandContext context, OfficerRegister register)
    {
        foreach (var officer in await register.ListAsync())
        {
            context.Terminal.Out.WriteLine($"{officer.Name}\t{Roles.Key(officer.Role)}{(officer.LockedUntil is null ? "" : "\ttạm khóa")}{(officer.MustChangePassword ? "\tphải đổi mật khẩu" : "")}");
        }

        return ExitCode.Done;
    }

    /// <summary>Who types a password here need not change it; who is given one on the page does.</summary>
    private static async Task<int> AddAsync(CommandContext context, Arguments arguments, OfficerRegister register, string name, Role role) =>
        Tell(context, await register.AddAsync(name, role, ReadPassword(context.Terminal, arguments), by: null, temporary: false), "đã thêm");

    private static async Task<int> ResetAsync(CommandContext context, Arguments arguments, OfficerRegister register, long id) =>
        Tell(context, await register.ResetPasswordAsync(id, ReadPassword(context.Terminal, arguments), by: null, temporary: false), "đã đặt lại mật khẩu");

    private static async Task<int> WithAsync(CommandContext context, OfficerRegister register, string name, Func<long, Task<int>> work) =>
        await register.FindAsync(name) is { } officer ? await work(officer.Id) : Tell(context, new OfficerOutcome.Refused(OfficerFault.NotThere), "");

    private static int Tell(CommandContext context, OfficerOutcome outcome, string done)
    {
        if (outcome is OfficerOutcome.Refused refused)
        {
            context.Terminal.Error.WriteLine(OfficerFaultText.Of(refused.Fault).Vietnamese);
            return ExitCode.Failed;
        }

        context.Terminal.Out.WriteLine(done);
        return ExitCode.Done;
    }

    /// <exception cref="UsageException">There is none.</exception>
    private static string ReadPassword(Terminal terminal, Arguments arguments)
    {
        if (arguments.Has("--password-stdin"))
        {
            return terminal.In.ReadLine() ?? throw new UsageException("đầu vào chuẩn không có mật khẩu");
        }

        if (!terminal.Interactive)
        {
            throw new UsageException("đầu vào không phải bàn phím: dùng --password-stdin");
        }

        var password = Ask(terminal, "Mật khẩu: ");
        return password == Ask(terminal, "Nhập lại mật khẩu: ") ? password : throw new UsageException("hai lần nhập không giống nhau");
    }

    private static string Ask(Terminal terminal, string prompt)
    {
        terminal.Error.Write(prompt);
        var typed = terminal.ReadHidden();
        terminal.Error.WriteLine();
        return typed ?? throw new UsageException("không có mật khẩu");
    }
}
