using Google.Protobuf;
using Truceline.DevHost.Traces;
using Truceline.DevHost.Traces.Otlp;

namespace Truceline.DevHost.UnitTests.Traces;

public class OtlpReadingTests
{
    // One span as an exporter sends it, field by field: resource_spans(1) { resource(1) { service.name = "x" }, scope_spans(2) { spans(2) {
    // trace_id(1), span_id(2), parent_span_id(4), name(5), kind(6) 3, start(7), end(8), attributes(9), status(15) { code(3) 2 } } } }.
    private const string Export =
        "0a660a150a130a0c736572766963652e6e616d6512030a0178124d124b0a10000102030405060708090a0b0c0d0e0f120801"
        + "01010101010101220802020202020202022a016130033940420f000000000041c0c62d00000000004a080a016b12030a0176"
        + "7a021802";

    [Fact]
    public void Spans_BinaryExport_ReadsEveryFieldByTheProtocolsNumbers()
    {
        var span = Assert.Single(OtlpReading.Spans(TraceExport.Parser.ParseFrom(Convert.FromHexString(Export))));

        Assert.Equal("000102030405060708090a0b0c0d0e0f", span.TraceId);
        Assert.Equal("0101010101010101", span.SpanId);
        Assert.Equal("0202020202020202", span.ParentId);
        Assert.Equal("x", span.Service);
        Assert.Equal("a", span.Name);
        Assert.Equal(SpanKind.Client, span.Kind);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMilliseconds(1), span.Start);
        Assert.Equal(TimeSpan.FromMilliseconds(2), span.Duration);
        Assert.Equal("v", span.Attribute("k"));
        Assert.True(span.Failed);
    }

    [Fact]
    public void Spans_IdsOfWrongLength_AreLeftOut()
    {
        var record = new SpanRecord { TraceId = ByteString.CopyFrom(1, 2), SpanId = ByteString.CopyFrom(new byte[8]) };
        var export = new TraceExport { Resources = { new ResourceGroup { Scopes = { new ScopeGroup { Spans = { record } } } } } };

        Assert.Empty(OtlpReading.Spans(export));
    }
}
