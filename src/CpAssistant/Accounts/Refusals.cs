namespace CpAssistant.Accounts;

/// <summary>Tells the audit log of what was refused.</summary>
internal static class Refusals
{
    /// <param name="officerId">Null where nobody is signed in.</param>
    internal static Task RefusedAsync(this HttpContext context, string action, long? officerId)
    {
        var services = context.RequestServices;
        // What anyone can send must not fill a log that nobody can shorten.
        if (officerId is null && !services.GetRequiredService<AnonymousRefusals>().MayTell())
        {
            return Task.CompletedTask;
        }

        // The pattern of the route, not the address: that may hold more than an id.
        var place = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        return services.GetRequiredService<AuditLog>().AppendAsync(new AuditEntry(
            services.GetRequiredService<TimeProvider>().GetUtcNow(), officerId, action, place is null ? null : "route", place is null ? null : "/" + place.TrimStart('/'), AuditOutcome.Refused));
    }
}
