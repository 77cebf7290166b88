using System.Text;

namespace CpAssistant.Channels.Telegram;

/// <summary>Puts blocks into as few messages as their order allows.</summary>
internal sealed class MessagePacker
{
    /// <summary>Of a message as it is sent; Telegram counts after it has read the tags, which is less.</summary>
    internal const int MostUnits = 4096;

    internal const int MostEntities = 100;

    /// <summary>So much is left to one piece, whatever stands beside it in its block.</summary>
    private const int LeastRoom = MostUnits / 2;

    private readonly List<string> _messages = [];
    private readonly StringBuilder _message = new();
    private int _entities;

    /// <returns>None is empty, or longer than Telegram takes.</returns>
    internal static IReadOnlyList<string> Pack(IEnumerable<HtmlBlock> blocks)
    {
        var packer = new MessagePacker();
        foreach (var block in blocks)
        {
            packer.Add(block);
        }

        packer.Close();
        return packer._messages;
    }

    private void Add(HtmlBlock block)
    {
        if (TryAppend(block.Before, _message.Length > 0 ? block.Brief ?? block.Pieces : block.Pieces))
        {
            return;
        }

        Close();
        if (!TryAppend("", block.Pieces))
        {
            AddSplit(block);
        }
    }

    private void AddSplit(HtmlBlock block)
    {
        foreach (var piece in block.Pieces)
        {
            var beside = block.Pieces.Where(other => other != piece).Sum(other => other.Before.Length + other.Length) + piece.Before.Length;
            foreach (var part in piece.Split(Math.Max(LeastRoom, MostUnits - beside)))
            {
                if (!TryAppend(part.Before, [part]))
                {
                    Close();
                    TryAppend("", [part]);
                }
            }
        }
    }

    private bool TryAppend(string before, IReadOnlyList<HtmlPiece> pieces)
    {
        var gap = _message.Length > 0 ? before : "";
        if (_message.Length + gap.Length + pieces.Select((piece, index) => piece.Length + (index > 0 ? piece.Before.Length : 0)).Sum() > MostUnits
            || _entities + pieces.Sum(piece => piece.Entities) > MostEntities)
        {
            return false;
        }

        _message.Append(gap);
        foreach (var (index, piece) in pieces.Index())
        {
            _message.Append(index > 0 ? piece.Before : "").Append(piece.Html);
        }

        _entities += pieces.Sum(piece => piece.Entities);
        return true;
    }

    private void Close()
    {
        if (_message.Length > 0)
        {
            _messages.Add(_message.ToString());
        }

        _message.Clear();
        _entities = 0;
    }
}
