using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.EventTables;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats.EventTables;

/// <summary>Looks at the memory of the whole process, so nothing runs beside it.</summary>
[Collection(nameof(LargeTableTests))]
[CollectionDefinition(nameof(LargeTableTests), DisableParallelization = true)]
public class LargeTableTests
{
    private const int Rows = 100_000;

    [Fact]
    public async Task ReadAsync_AHundredThousandRows_KeepsOneRowAtATime()
    {
        var head = Encoding.UTF8.GetBytes("event_id_cnty,event_date,event_type,sub_event_type,actor1,country,admin1,location,latitude,longitude,source,notes,fatalities\n");
        var limits = new DocumentLimits();
        var document = new DocumentContent(() => new RowStream(head, Rows), DocumentHeads.Of(head, false, new DocumentHints()), limits);
        var (count, largest) = (0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await foreach (var item in new AcledFormat().ReadAsync(document, CancellationToken.None))
        {
            Assert.IsType<ReportItem>(item);
            if (++count % 20_000 == 0)
            {
                largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(Rows, count);
        Assert.True(largest < 16 * 1024 * 1024, $"{largest} bytes were held.");
    }

    /// <summary>Rows made as they are read.</summary>
    private sealed class RowStream(byte[] head, int rows) : Stream
    {
        private byte[] _rest = head;
        private int _next;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_rest.Length == 0 && _next < rows)
            {
                _rest = Encoding.UTF8.GetBytes($"NL{_next},2018-09-17,Battles,Armed clash,Group A,Northland,Valley,Ford {_next},35.5,36.25,Radio Ford,\"Clash number {_next++} at the ford, with \"\"quotes\"\".\",1\n");
            }

            var length = Math.Min(count, _rest.Length);
            _rest.AsSpan(0, length).CopyTo(buffer.AsSpan(offset));
            _rest = _rest[length..];
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
