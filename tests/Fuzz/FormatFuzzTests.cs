using System.Globalization;
using CsCheck;
using Truceline.Ingest.Documents;

namespace Truceline.Fuzz;

/// <summary>
/// One target for every registered format. Each runs for <c>TRUCELINE_FUZZ_SECONDS</c> (3 by default) from its seeds; a failure prints the document and the
/// seed of CsCheck with which it comes again (<c>CsCheck_Seed</c>).
/// </summary>
public class FormatFuzzTests
{
    private static int Seconds =>
        int.TryParse(Environment.GetEnvironmentVariable("TRUCELINE_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 3;

    [Theory]
    [MemberData(nameof(Formats.Names), MemberType = typeof(Formats))]
    public void Seeds_OfEveryFormat_AreThereAndHoldItems(string format)
    {
        var seeds = Formats.SeedsOf(format);

        Assert.True(seeds.Count >= 1, $"tests/Fuzz/Seeds/{format} holds no seed.");
        Assert.All(seeds, seed => Assert.True(Reading.Of(Formats.Named(format), seed.Bytes) is { Items: > 0, Refusal: null }, seed.Name));
    }

    [Theory]
    [MemberData(nameof(Formats.Names), MemberType = typeof(Formats))]
    public void Detect_Seeds_FindsTheirFormat(string format) => Assert.All(
        Formats.SeedsOf(format), seed => Assert.Equal(format, Formats.Detector.Detect(DocumentContent.Of(seed.Bytes).Head).Name));

    [Theory]
    [MemberData(nameof(Formats.Names), MemberType = typeof(Formats))]
    public void Read_ChangedDocuments_KeepsEveryPromise(string format)
    {
        var reader = Formats.Named(format);
        byte[][] seeds = [.. Formats.SeedsOf(format).Select(s => s.Bytes)];

        Mutations.Of(seeds).Sample(
            document => Assert.True(Reading.Of(reader, document).AllocatedBytes < Bounds.For(document.Length)),
            time: Seconds, threads: 1, print: document => $"base64 {Convert.ToBase64String(document)}");
    }

    [Theory]
    [MemberData(nameof(Formats.Names), MemberType = typeof(Formats))]
    public void Read_SeedsOfOtherFormats_KeepsEveryPromise(string format)
    {
        foreach (var other in Formats.All)
        {
            Assert.All(Formats.SeedsOf(other.Name), seed => Reading.Of(Formats.Named(format), seed.Bytes));
        }
    }
}
