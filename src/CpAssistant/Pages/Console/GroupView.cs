using System.Globalization;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;

namespace CpAssistant.Pages.Console;

/// <summary>A group of unmet questions as the console shows it.</summary>
/// <param name="Answer">The office's answer that the question would get now; null for none.</param>
/// <param name="After">What was said before, where the question cannot be understood without it; null where it can.</param>
internal sealed record GroupView(QuestionGroup Group, OfficeAnswer? Answer, string? After)
{
    private const int MostProvinces = 3;

    internal string Address => AddressOf(Group.Id);

    /// <summary>Where an answer of the office to it is written.</summary>
    internal string WriteAddress => string.Create(CultureInfo.InvariantCulture, $"{OfficeAnswerEditModel.Address}?nhom={Group.Id}");

    /// <summary>The page of <see cref="Answer"/>.</summary>
    internal string? AnswerAddress => Answer is null ? null : OfficeAnswerModel.AddressOf(OfficeAnswerFile.NumberOf(Answer.Id));

    internal static string AddressOf(long group) => string.Create(CultureInfo.InvariantCulture, $"{UnmetQuestionsModel.Address}/{group}");

    /// <summary>"Chưa trả lời được 12 · Hỏi lại 3".</summary>
    internal string Reasons(ConsolePage page) => string.Join(" · ", GroupFilters.Reasons.Zip([Group.NotFound, Group.Clarifications, Group.Unhelpful])
        .Where(pair => pair.Second > 0).Select(pair => $"{page.T(pair.First.Name)} {Number(page, pair.Second)}"));

    /// <summary>"Long An (12), Bến Tre (3) và 2 tỉnh khác"; "–" where none was named.</summary>
    internal string Provinces(ConsolePage page)
    {
        var (names, others) = (string.Join(", ", Group.Provinces.Take(MostProvinces).Select(province => $"{province.Name} ({Number(page, province.Count)})")), Group.Provinces.Count - MostProvinces);
        return names.Length == 0 ? "–" : others <= 0 ? names : names + page.T($" và {others} tỉnh khác", $" and {others} more");
    }

    /// <returns>"1.204" or "1,204".</returns>
    internal static string Number(ConsolePage page, long number) => NumberText.Of(number, page.Language);

    internal static GroupView Of(QuestionGroup group, KnowledgeSnapshot knowledge, DateOnly today)
    {
        var state = LoggedState.Read(group.Newest.State);
        var question = Read(state);
        var after = state.Utterances.Count > 0 && QuestionGist.Of(Read(state with { Utterances = [] })).ToString() != QuestionGist.Of(question).ToString() ? state.Utterances[^1] : null;
        return new GroupView(group, knowledge.OfficeAnswers.Find(question, today)?.Answer, after);

        Question Read(ConversationState from) => Assistant.Understand(Assistant.WordsOf(group.Newest.Question), from, knowledge);
    }
}
