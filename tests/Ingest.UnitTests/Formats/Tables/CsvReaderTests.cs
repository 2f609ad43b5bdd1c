using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Tables;

namespace Truceline.Ingest.UnitTests.Formats.Tables;

public class CsvReaderTests
{
    [Theory]
    [InlineData("a,b,c\n1,2,3\n4,5,6", "1|2|3", "4|5|6")]
    [InlineData("a,b,c\r\n1,2,3\r\n4,5,6\r\n", "1|2|3", "4|5|6")]
    [InlineData("a,b,c\r1,2,3\r4,5,6\r", "1|2|3", "4|5|6")]
    [InlineData("a;b;c\n\"1;1\";\"2\"\"2\";\"3\n3\"\n4;;\n", "1;1|2\"2|3\n3", "4||")]
    [InlineData("a\tb\tc\n 1 \t\"x\" \t\n", "1|x|")]
    [InlineData("a,b,c\n1,2\" of rain,3\n", "1|2\" of rain|3")]
    public async Task ReadAsync_RowsOfAnyDialect_GivesTheirFields(string text, params string[] expected) =>
        Assert.Equal(expected, (await RowsAsync(text)).Select(r => string.Join('|', r.Fields.Select((_, i) => r.Value(i)))));

    [Fact]
    public async Task ReadAsync_AQuoteThatIsNeverClosed_CostsItsLineAlone()
    {
        var rows = await RowsAsync("a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n");

        Assert.Equal([true, false, false], rows.Select(r => r.IsTorn));
        Assert.Equal("1,\"2,3", rows[0].Raw);
        Assert.Equal("7", rows[2].Value(0));
    }

    [Fact]
    public async Task ReadAsync_AQuoteThatClosesInAnotherRow_CostsItsLineAlone()
    {
        var rows = await RowsAsync("a,b,c\n1,\"2,3\n4,\"five\",6\n7,8,9\n");

        Assert.Equal([true, false, false], rows.Select(r => r.IsTorn));
        Assert.Equal("five", rows[1].Value(1));
    }

    [Fact]
    public async Task ReadAsync_ARowBeyondTheLimit_CostsItsFirstLine()
    {
        var rows = await RowsAsync($"a,b,c\n1,\"{new string('x', 500)}\n{new string('y', 5000)}\",3\n4,5,6\n", longestRow: 4096);

        Assert.True(rows[0].IsTorn);
        Assert.Equal("4", rows[^1].Value(0));
    }

    [Fact]
    public async Task Text_OfAQuotedField_LeadsBackToItsCharacters()
    {
        const string Text = "title\na,b,c\n1,\" say \"\"no\"\" twice\",3\n";

        var row = Assert.Single(await RowsAsync(Text));
        var (text, map) = row.Text(1);

        Assert.Equal("say \"no\" twice", text);
        Assert.Equal("row 3", row.Path);
        var (start, end) = map.Locate(5, 7)!.Value;
        Assert.Equal("no", Text[start..end]);
        (start, end) = map.Locate(text.Length - 5, text.Length)!.Value;
        Assert.Equal("twice", Text[start..end]);
    }

    [Fact]
    public async Task ReadAsync_WhateverTheSizeOfThePieces_GivesTheSame()
    {
        var text = "a,b,c\r\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i},\"x\r\n\"\"{i}\",\"\"\r\n"));

        var whole = await RowsAsync(text);
        var pieces = await RowsAsync(text, piece: 1);

        Assert.Equal(300, whole.Count);
        Assert.Equal(whole.Select(r => (r.Number, r.Offset, r.Raw)), pieces.Select(r => (r.Number, r.Offset, r.Raw)));
    }

    private static async Task<IReadOnlyList<CsvRow>> RowsAsync(string text, int longestRow = 1 << 20, int piece = int.MaxValue)
    {
        var head = DocumentContent.Of(System.Text.Encoding.UTF8.GetBytes(text)).Head;
        var header = TableHeader.Find(head, h => h.Has("a") && h.Has("b"))!;
        using var reader = new CsvReader(new Pieces(text, piece), header, longestRow);
        var rows = new List<CsvRow>();
        while (await reader.ReadAsync(CancellationToken.None) is { } row)
        {
            rows.Add(row);
        }

        return rows[1..];
    }

    private sealed class Pieces(string text, int size) : TextReader
    {
        private int _next;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            var length = Math.Min(Math.Min(size, buffer.Length), text.Length - _next);
            text.AsSpan(_next, length).CopyTo(buffer.Span);
            _next += length;
            return new ValueTask<int>(length);
        }
    }
}
