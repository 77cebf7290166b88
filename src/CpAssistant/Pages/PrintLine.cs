namespace CpAssistant.Pages;

/// <summary>What a printed page says of itself besides its address and the day.</summary>
public sealed record PrintLine(PageText Words, string Title);
