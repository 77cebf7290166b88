namespace CpAssistant.Core.Knowledge;

/// <summary><c>tasks.yaml</c>.</summary>
/// <param name="PassedOver">Phrases that hold words of a kind and say nothing of a task, as names of agencies do.</param>
public sealed record TasksData(IReadOnlyList<TaskKind> Tasks, IReadOnlyList<string>? PassedOver = null);

/// <summary>A kind of work that agencies are charged with ("Tập huấn, đào tạo").</summary>
/// <param name="Phrases">Words by which a task is known to be of this kind; any one will do.</param>
public sealed record TaskKind(string Id, string Vi, string En, IReadOnlyList<string> Phrases);
