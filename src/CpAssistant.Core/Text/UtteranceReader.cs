namespace CpAssistant.Core.Text;

/// <summary>
/// Reads an utterance as its writer meant it: keystrokes of a switched-off input method, abbreviations, one-letter slips.
/// What was typed with marks keeps them; numbers, document numbers and addresses are never touched.
/// </summary>
/// <param name="vocabulary">Words of the loaded texts and names that count as known.</param>
/// <param name="foreignWords">Lower-case words of other languages that are no slips.</param>
/// <remarks>Reads the first <see cref="MaxWords"/> words; whatever follows was pasted, not typed, and is left as it is.</remarks>
public sealed class UtteranceReader(Vocabulary vocabulary, Abbreviations abbreviations, IReadOnlySet<string> foreignWords)
{
    public const int MaxWords = 500;

    private readonly AbbreviationReader abbreviations = new(vocabulary, abbreviations, foreignWords);
    private readonly KeystrokeReader keystrokes = new(vocabulary, foreignWords);
    private readonly SlipReader slips = new(vocabulary, foreignWords);

    public ReadUtterance Read(string utterance)
    {
        var draft = new UtteranceDraft(utterance, MaxWords);

        abbreviations.ReadField(draft);
        keystrokes.Read(draft, abbreviations.IsChat);
        abbreviations.ReadChat(draft);
        slips.Read(draft, abbreviations.IsChat);

        return draft.Finish();
    }
}
