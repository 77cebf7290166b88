namespace CpAssistant.Configuration;

/// <summary>A setting cannot be used; caught where commands are run.</summary>
/// <param name="key">Such as "Limits:QuestionCharacters".</param>
public sealed class SettingsException(string key, string reason) : Exception($"{key}: {reason}");
