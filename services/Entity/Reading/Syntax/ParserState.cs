namespace Truceline.Entity.Reading.Syntax;

/// <summary>
/// A sentence half parsed: a stack, the tokens to come and the arcs so far. Punctuation is no token here: each token only knows the marks before it. Behind the last token stands the root,
/// index <see cref="Count"/>. Used again for the next sentence; not thread-safe.
/// </summary>
internal sealed class ParserState
{
    private int[] _stack = new int[64];
    private int _depth;

    /// <summary>Number of tokens without the root.</summary>
    public int Count { get; private set; }

    /// <summary>Index of the next token; <see cref="Count"/> when only the root is left.</summary>
    public int Next { get; private set; }

    /// <summary>Number of tokens on the stack.</summary>
    public int Depth => _depth;

    /// <summary>Words of the tokens.</summary>
    public SyntaxWord[] Words { get; private set; } = new SyntaxWord[64];

    /// <summary>Tags of the tokens.</summary>
    public UPos[] Tags { get; private set; } = new UPos[64];

    /// <summary>Marks before each token: bits of <see cref="Marks"/>.</summary>
    public byte[] Before { get; private set; } = new byte[64];

    /// <summary>Heads so far; -1 for none.</summary>
    public int[] Heads { get; private set; } = new int[64];

    /// <summary>Relations so far.</summary>
    public Relation[] Relations { get; private set; } = new Relation[64];

    /// <summary>First, second child on the left and on the right, from outside; -1 for none.</summary>
    public int[] Left1 { get; private set; } = new int[64];

    /// <inheritdoc cref="Left1"/>
    public int[] Left2 { get; private set; } = new int[64];

    /// <inheritdoc cref="Left1"/>
    public int[] Right1 { get; private set; } = new int[64];

    /// <inheritdoc cref="Left1"/>
    public int[] Right2 { get; private set; } = new int[64];

    /// <summary>Numbers of children on the left and right, three at most each, and bits of the relations that tell a verb's frame.</summary>
    public ushort[] Frame { get; private set; } = new ushort[64];

    /// <summary>Number of commas before each token, from the start of the sentence.</summary>
    public int[] Commas { get; private set; } = new int[64];

    /// <summary>Whether the whole sentence is parsed.</summary>
    public bool IsDone => Next == Count && _depth == 0;

    /// <summary>Begins with a sentence, whose words, tags and marks are then to be set.</summary>
    public void Begin(int count)
    {
        if (count + 1 > Words.Length)
            Grow(count + 1);
        (Count, Next, _depth) = (count, 0, 0);
        Array.Fill(Heads, -1, 0, count + 1);
        Array.Fill(Left1, -1, 0, count + 1);
        Array.Fill(Left2, -1, 0, count + 1);
        Array.Fill(Right1, -1, 0, count + 1);
        Array.Fill(Right2, -1, 0, count + 1);
        Array.Clear(Frame, 0, count + 1);
        Array.Clear(Relations, 0, count + 1);
    }

    /// <summary>Counts the commas; to be called once the marks are set.</summary>
    public void CountCommas()
    {
        var commas = 0;
        for (var i = 0; i < Count; i++)
        {
            commas += (Before[i] & Marks.Comma) != 0 ? 1 : 0;
            Commas[i] = commas;
        }
        Commas[Count] = commas;
    }

    /// <summary>The token so deep in the stack, 0 for its top; -1 when there is none.</summary>
    public int Stack(int depth) => depth < _depth ? _stack[_depth - 1 - depth] : -1;

    /// <summary>Whether a kind of move can be made.</summary>
    public bool CanShift => Next < Count;

    /// <inheritdoc cref="CanShift"/>
    public bool CanLeft => _depth > 0 && (Next < Count || _depth == 1);

    /// <inheritdoc cref="CanShift"/>
    public bool CanRight => _depth > 1;

    /// <summary>Makes a move that can be made.</summary>
    public void Make(int move)
    {
        if (move == Move.Shift)
        {
            _stack[_depth++] = Next++;
            return;
        }
        var token = _stack[--_depth];
        var isLeft = Move.IsLeft(move);
        var head = isLeft ? Next : _stack[_depth - 1];
        var relation = Move.RelationOf(move);
        (Heads[token], Relations[token]) = (head, relation);
        if (isLeft)
        {
            // Children on the left come from the inside out.
            (Left1[head], Left2[head]) = (token, Left1[head]);
        }
        else
        {
            (Right1[head], Right2[head]) = (token, Right1[head]);
        }
        var frame = Frame[head];
        var shift = isLeft ? 0 : 2;
        if (((frame >> shift) & 3) < 3)
            frame = (ushort)(frame + (1 << shift));
        Frame[head] = (ushort)(frame | FrameBit(relation));
    }

    private static int FrameBit(Relation relation) => relation switch
    {
        Relation.Nsubj or Relation.Csubj or Relation.Expl => 1 << 4,
        Relation.NsubjPass => 1 << 5,
        Relation.Obj => 1 << 6,
        Relation.Mark => 1 << 7,
        Relation.Aux or Relation.AuxPass or Relation.Cop => 1 << 8,
        Relation.Case => 1 << 9,
        Relation.Ccomp or Relation.Xcomp => 1 << 10,
        Relation.Cc => 1 << 11,
        Relation.Conj => 1 << 12,
        Relation.Det or Relation.NmodPoss => 1 << 13,
        _ => 0,
    };

    private void Grow(int room)
    {
        var size = Math.Max(room, Words.Length * 2);
        (_stack, Words, Tags, Before) = (new int[size], new SyntaxWord[size], new UPos[size], new byte[size]);
        (Heads, Relations, Left1, Left2) = (new int[size], new Relation[size], new int[size], new int[size]);
        (Right1, Right2, Frame, Commas) = (new int[size], new int[size], new ushort[size], new int[size]);
    }
}
