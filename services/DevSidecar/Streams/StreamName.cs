namespace Truceline.DevSidecar.Streams;

/// <summary>A topic of a pub/sub component: the name of one stream.</summary>
internal readonly record struct StreamName(string PubSub, string Topic)
{
    public override string ToString() => $"{PubSub}/{Topic}";
}
