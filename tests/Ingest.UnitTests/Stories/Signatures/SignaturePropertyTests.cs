using CsCheck;
using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Stories.Signatures;

public class SignaturePropertyTests
{
    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.String[Gen.Char['a', 'z'], 1, 24], Gen.String[Gen.Char['0', '9'], 1, 4], OneOf("Ünye", "Łódź", "Київ", "حلب", "第", "naïve", "O", "The"));

    private static readonly Gen<string> Space = OneOf(" ", "  ", "\n\n", ", ", ". ", " \u2013 ", "\u00A0", "\u201C", "\u2019", "\t", "\r\n", " ... ");
    private static readonly Gen<string[]> SomeWords = Word.Array[0, 300];

    [Fact]
    public void Of_SameWordsBetweenOtherMarks_IsTheSame() => Gen.Select(SomeWords, Space.Array[301], Space.Array[301]).Sample((words, first, second) =>
        Sketch(Joined(words, first)) == Sketch(Joined(words, second)));

    [Fact]
    public void Of_OtherCase_IsTheSame() => SomeWords.Sample(words =>
    {
        var text = string.Join(' ', words);
        return Signature(text).Exact == Signature(text.ToUpperInvariant()).Exact;
    });

    [Fact]
    public void FromBytes_OfAnything_IsNothingOrTheSame() => Gen.Byte.Array[0, 700].Sample(bytes =>
        StorySignature.FromBytes(bytes) is not { } signature || signature.Bytes.Span.SequenceEqual(bytes));

    [Fact]
    public void Find_TextThatIsThere_IsNeverMissed() => SomeWords.Where(w => w.Length > 0).Array[1, 20].Sample(
        texts =>
    {
        var index = new NearDuplicateIndex();
        for (var i = 0; i < texts.Length; i++)
        {
            index.Add($"story {i}", $"report {i}", Signature(string.Join(' ', texts[i])));
        }

        return texts.All(t => index.Find(Signature(string.Join('\n', t)))?.IsExact == true);
    }, iter: 30);

    [Fact]
    public void FindAll_ReportsAddedInAnotherOrder_FindsTheSame() => SomeWords.Array[1, 8].Sample(texts =>
    {
        // Two halves of each text and the whole: copies of parts.
        var all = texts.SelectMany(t => new[] { t, t[..(t.Length / 2)], t[(t.Length / 2)..] }).Select(t => string.Join(' ', t)).Distinct().ToArray();
        var forward = Filled(all);
        var backward = Filled([.. all.Reverse()]);
        return all.All(t => forward.FindAll(Signature(t)).Select(m => (m.ReportId, m.Similarity)).ToHashSet()
            .SetEquals(backward.FindAll(Signature(t)).Select(m => (m.ReportId, m.Similarity))));
    }, iter: 30);

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static NearDuplicateIndex Filled(IEnumerable<string> texts)
    {
        var index = new NearDuplicateIndex();
        index.Load(texts.Select(t => new IndexedReport(t, t, Signature(t))));
        return index;
    }

    private static string Joined(string[] words, string[] spaces) => string.Concat(words.Select((w, i) => spaces[i] + w));

    private static string Sketch(string text)
    {
        var record = Signature(text).Record;
        // Names depend on what stands before them.
        return $"{record.Exact} {Convert.ToHexString(record.Whole)} {Convert.ToHexString(record.Head)} {Convert.ToHexString(record.Figures)}";
    }

    private static StorySignature Signature(string text) => StorySignature.Of(new Report { Text = text });
}
