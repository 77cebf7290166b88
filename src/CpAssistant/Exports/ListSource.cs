using CpAssistant.Pages.Console;

namespace CpAssistant.Exports;

/// <summary>Makes a list of what a request asks for.</summary>
/// <returns>Null where a filter cannot be read: a file that seems filtered and is not would be worse than none.</returns>
internal delegate ListExport? ListSource(HttpContext context, ConsoleLanguage language);
