using CpAssistant.Commands;
using CpAssistant.Configuration;

var context = new CommandContext(Terminal.Open(), TimeProvider.System, Home.Find());
return await CommandTable.RunAsync(args, context, CancellationToken.None);
