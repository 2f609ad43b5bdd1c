using Truceline.DevHost.Traces;

namespace Truceline.DevHost.UnitTests.Traces;

internal static class Sample
{
    internal static Span Span(
        string id, string parent, string service = "s", string name = "n", SpanKind kind = SpanKind.Internal, int start = 0, int length = 10,
        string traceId = "t", params (string Name, string Value)[] attributes) => new(
            traceId, id, parent, service, name, kind, DateTimeOffset.UnixEpoch.AddMilliseconds(start), TimeSpan.FromMilliseconds(length), false,
            attributes.ToDictionary(a => a.Name, a => a.Value));
}
