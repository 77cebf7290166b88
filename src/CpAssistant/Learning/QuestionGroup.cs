namespace CpAssistant.Learning;

/// <summary>Like questions that were not met. A turn can count for two reasons.</summary>
/// <param name="Id">Stays the same as long as the same question leads the group.</param>
/// <param name="Newest">The latest turn of it that counts.</param>
/// <param name="Provinces">Those that were named, the most named first.</param>
/// <param name="DismissedAt">When an officer said that it needs no answer; null where nobody did.</param>
public sealed record QuestionGroup(
    long Id, long Count, long NotFound, long Clarifications, long Unhelpful, DateTimeOffset First, DateTimeOffset Last, AskedTurn Newest, IReadOnlyList<NamedCount> Provinces, DateTimeOffset? DismissedAt);

/// <param name="Question">As it was asked, masked.</param>
/// <param name="State">What the turn was played from, as JSON; null where it was logged without.</param>
public sealed record AskedTurn(long Id, string Question, string Language, string? State);

public sealed record NamedCount(string Name, long Count);

/// <summary>A way in which a group's question was asked.</summary>
/// <param name="Newest">Id of the latest turn with these words.</param>
public sealed record Wording(string Question, string Language, long Count, long Newest, long LastAt);

/// <param name="Wordings">The most frequent first, up to <see cref="QuestionGroups.MostWordings"/>.</param>
/// <param name="Channels">By key of the channel.</param>
public sealed record QuestionGroupDetail(QuestionGroup Group, IReadOnlyList<Wording> Wordings, long WordingCount, IReadOnlyList<NamedCount> Channels);

/// <param name="Count">Of all pages.</param>
public sealed record GroupPage(IReadOnlyList<QuestionGroup> Groups, long Count);

/// <summary>The latest grouping.</summary>
/// <param name="EndedAt">Null where there was none yet.</param>
/// <param name="Turns">How many were put into groups.</param>
public sealed record GroupingState(DateTimeOffset? EndedAt, long Turns, long Groups);

/// <summary>A question that was asked and not answered.</summary>
/// <param name="Question">In its newest words.</param>
/// <param name="Count">How often it was not answered.</param>
/// <param name="Province">That all who asked named; null for none.</param>
public sealed record OpenQuestion(string Question, long Count, DateOnly First, DateOnly Last, string? Province);
