using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Fuzz;

/// <summary>Every format with documents that are meant to do harm, made of its own seeds.</summary>
public class HostileDocumentTests
{
    private const int SmallSeed = 1500;
    private const int CutsOfALargeSeed = 300;
    private const long LongDocument = 640L * 1024 * 1024;

    [Fact]
    public void Heap_OfThisProcess_HasALimit() => Assert.InRange(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, 1, 512 * 1024 * 1024);

    [Theory]
    [MemberData(nameof(Formats.Names), MemberType = typeof(Formats))]
    public void Read_EntityBombs_ExpandsAndFetchesNothing(string format)
    {
        foreach (var (_, xml) in Texts(format).Where(s => s.Text.TrimStart().StartsWith('<')))
        {
            var document = Hostile.WithEntityBomb(xml);

            var outcome = Read(format, document);

            Assert.True(outcome.Refusal is not null || outcome.LongestText <= document.Length, $"{outcome}");
        }
    }

    [Theory]
    [MemberData(nameof(Formats.Names), MemberType = typeof(Formats))]
    public void Read_TenThousandDeep_EndsInBoundedMemory(string format) => ReadAll(format, seed => Hostile.Nested(Encoding.UTF8.GetString(seed)));

    [Theory]
    [MemberData(nameof(Formats.Names), MemberType = typeof(Formats))]
    public void Read_LengthsThatLie_EndsInBoundedMemory(string format) => ReadAll(format, Hostile.WithLies);

    [Theory]
    [MemberData(nameof(Formats.Names), MemberType = typeof(Formats))]
    public void Read_MixedEncodings_EndsInBoundedMemory(string format) => ReadAll(format, seed => Hostile.InMixedEncodings(Encoding.UTF8.GetString(seed)));

    [Theory]
    [MemberData(nameof(Formats.Names), MemberType = typeof(Formats))]
    public void Read_SeedsCutAnywhere_KeepsEveryPromise(string format)
    {
        foreach (var (_, seed) in Formats.SeedsOf(format))
        {
            var step = seed.Length <= SmallSeed ? 1 : Math.Max(1, seed.Length / CutsOfALargeSeed);
            for (var length = 1; length < seed.Length; length += step)
            {
                Read(format, seed[..length]);
            }
        }
    }

    [Theory]
    [InlineData("gpx", "<gpx><trk><name>", "x")]
    [InlineData("gpx", "<gpx creator=\"", "x")]
    [InlineData("gpx", "<gpx><!-- ", "x")]
    [InlineData("geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"", "x")]
    [InlineData("geojson", "{\"type\":\"FeatureCollection\",\"features\":[[", "1,")]
    [InlineData("geojson", "{\"type\":\"Feature\",\"geometry\":null,\"x\":", "[")]
    [InlineData("field-report-json", "{\"format\":\"truceline-field-report/1\",\"what\":\"", "x")]
    [InlineData("cursor-on-target", "<event uid=\"a\" type=\"b\" time=\"c\"><point/><detail>", "x")]
    public void Read_AnItemWithoutEnd_IsRefusedAtTheLimit(string format, string beginning, string piece)
    {
        var outcome = Reading.Of(Formats.Named(format), Hostile.Endless(beginning, piece, LongDocument));

        Assert.Contains(outcome.Refusal?.Reason, new[] { "TOO_LARGE", "TOO_DEEP" });
        Assert.True(outcome.AllocatedBytes < Bounds.For(0), $"{outcome.AllocatedBytes} bytes");
    }

    [Theory]
    [InlineData("acled-csv", "event_id_cnty,event_date,event_type,actor1,location,notes,fatalities\n1,2020-01-01,a,b,c,\"", "never closed ")]
    [InlineData("acled-csv", "event_id_cnty,event_date,event_type,actor1,location,notes,fatalities\n", "1,2020-01-01,a,b,c,d,e,f,g,h,1\n")]
    [InlineData("field-report-csv", "what,when,where,observer,confidence\n", "\"")]
    [InlineData("geojson", "{\"type\":\"FeatureCollection\",\"features\":[0", ",0")]
    [InlineData("cursor-on-target", "<event uid=\"a\" type=\"b\"><point/></event>", "<event/>")]
    public void Read_ALongDocumentOfFaults_HoldsOneAtATime(string format, string beginning, string piece)
    {
        var limits = new DocumentLimits { StreamedDocumentBytes = 2 * 1024 * 1024 };

        var outcome = Reading.Of(Formats.Named(format), Hostile.Endless(beginning, piece, LongDocument, limits));

        Assert.Equal("TOO_LARGE", outcome.Refusal?.Reason);
        Assert.True(outcome.Faults > 0 && outcome.HeldBytes < 64 * 1024 * 1024, $"{outcome}");
    }

    private static void ReadAll(string format, Func<byte[], IEnumerable<byte[]>> made)
    {
        foreach (var document in Formats.SeedsOf(format).SelectMany(s => made(s.Bytes)))
        {
            var outcome = Read(format, document);
            Assert.True(outcome.AllocatedBytes < Bounds.For(document.Length), $"{outcome.AllocatedBytes} bytes for {document.Length}");
        }
    }

    // As the service does: what is read is what the detector makes of it; and the format itself, whatever the detector says.
    private static Outcome Read(string format, byte[] document)
    {
        try
        {
            Formats.Detector.Detect(DocumentContent.Of(document).Head);
        }
        catch (DocumentRefusedException refused)
        {
            Assert.Contains(refused.Reason, new[] { "ARCHIVE", "BINARY", "EMPTY", "UNKNOWN_FORMAT" });
        }

        return Reading.Of(Formats.Named(format), document);
    }

    private static IEnumerable<(string Name, string Text)> Texts(string format) => Formats.SeedsOf(format).Select(s => (s.Name, Encoding.UTF8.GetString(s.Bytes)));
}
