namespace CpAssistant.Accounts;

/// <summary>The roles by their names.</summary>
internal static class Roles
{
    internal static IReadOnlyList<Role> All { get; } = [Role.Officer, Role.Reviewer, Role.Administrator];

    /// <returns>As commands, forms and the database write it: "officer", "reviewer", "administrator".</returns>
    internal static string Key(Role role) => role.ToString().ToLowerInvariant();

    /// <returns>Null where there is no such role.</returns>
    internal static Role? Find(string? key) => All.Where(role => Key(role) == key).Select(role => (Role?)role).FirstOrDefault();

    internal static (string Vietnamese, string English) Name(Role role) => role switch
    {
        Role.Officer => ("Cán bộ", "Officer"),
        Role.Reviewer => ("Người duyệt", "Reviewer"),
        _ => ("Quản trị viên", "Administrator"),
    };
}
