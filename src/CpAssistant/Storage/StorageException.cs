namespace CpAssistant.Storage;

/// <summary>The database cannot be used; caught where commands are run.</summary>
public sealed class StorageException(string reason, Exception? inner = null) : Exception(reason, inner);
