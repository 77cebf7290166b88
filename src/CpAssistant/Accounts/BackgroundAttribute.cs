namespace CpAssistant.Accounts;

/// <summary>What a page asks for by itself, such as its badge: a session does not live longer by it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class BackgroundAttribute : Attribute;
