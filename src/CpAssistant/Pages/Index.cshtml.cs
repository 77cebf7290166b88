using System.Globalization;
using System.Text.Json;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.KnowledgeBase;
using CpAssistant.Operations;
using CpAssistant.WebChat;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CpAssistant.Pages;

/// <summary>The page at <c>/</c>: a form and its answer, which need no script; where scripts run, the chat takes the form's place.</summary>
/// <remarks>A post changes nothing on the server and carries no cookie, so it needs no token against forgery.</remarks>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(KnowledgeStore store, ConversationRunner runner, Limits limits, WebChatSettings webChat) : PageModel
{
    /// <summary>The question.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Question { get; set; }

    /// <summary>The conversation so far; see <see cref="HiddenState"/>.</summary>
    [BindProperty(Name = "state")]
    public string? State { get; set; }

    [BindProperty(Name = "lang", SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>"1" where the page stands in a frame of another site: no header, no footer.</summary>
    [BindProperty(Name = "frame", SupportsGet = true)]
    public string? Frame { get; set; }

    /// <summary>A province that is chosen from the start.</summary>
    [BindProperty(Name = "province", SupportsGet = true)]
    public string? Province { get; set; }

    public PageText Words { get; private set; } = PageText.Of(null);

    public ChatText Chat => ChatText.Of(Words.Language);

    /// <summary>The script's words as a JSON object.</summary>
    public string ScriptWords => JsonSerializer.Serialize(Chat.Script, JsonText.Line);

    public bool IsFrame => Frame == "1";

    /// <summary>What the page's style elements must carry.</summary>
    public string Nonce { get; private set; } = "";

    /// <summary>Provinces that have documents, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Provinces { get; private set; } = [];

    /// <summary>Null before anything is asked.</summary>
    public TurnOutcome? Outcome { get; private set; }

    /// <summary>What is wrong with the question; null where nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Questions of the conversation before this one.</summary>
    public IReadOnlyList<string> Earlier { get; private set; } = [];

    public int Documents => store.Current.Documents.Count;

    public int MaxLength => limits.QuestionCharacters;

    /// <summary>What was typed and not answered, to be put right.</summary>
    public string? Draft => Fault is null ? null : Question;

    public void OnGet() => Reply();

    public void OnPost()
    {
        Reply();
        Fault ??= Outcome is null ? Words.Empty : null;
    }

    /// <summary>Where the answer stands as a table; null where there is none.</summary>
    internal LinkedTable? Table => Outcome is { Answer.Table: { } table } outcome
        ? LinkedTable.Of(table, new Phrasebook(store.Current.Language.Replies, outcome.Log.Language == "en"))
        : null;

    /// <returns>"Kế hoạch … (50/KH-UBND, 14/03/2016), mục II.3".</returns>
    public string SourceLine(Citation citation)
    {
        var metadata = citation.Document.Metadata;
        var inBrackets = string.Join(", ", new[] { metadata.Number?.Value, metadata.Date?.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) }.OfType<string>());
        return $"{metadata.Title}{(inBrackets.Length > 0 ? $" ({inBrackets})" : "")}, {Words.Section} {citation.Section}";
    }

    public string SourceName(Citation citation) => citation.Source switch
    {
        SourceKind.Digest => Words.Digest,
        SourceKind.Office => Words.OfficeAnswer,
        _ => "",
    };

    private void Reply()
    {
        Words = PageText.Of(Language);
        Nonce = HttpContext.AllowChat(webChat, IsFrame);
        Provinces = store.Current.Provinces;
        var state = HiddenState.Read(State, limits);
        Earlier = state.Utterances;
        State = HiddenState.Write(state);
        // Before anything shows, keeps or answers it.
        Question = Question is null ? null : PersonalNumbers.Mask(Question);
        var question = Question?.Trim() ?? "";
        if (question.Length > limits.QuestionCharacters)
        {
            Fault = string.Format(CultureInfo.InvariantCulture, Words.TooLong, limits.QuestionCharacters);
        }
        else if (question.Length > 0)
        {
            Outcome = runner.Run(question, state, store.Current).Outcome;
            State = HiddenState.Write(Outcome.State);
        }
    }
}
