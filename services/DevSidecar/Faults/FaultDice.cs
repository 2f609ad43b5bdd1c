using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Truceline.DevSidecar.Faults;

/// <summary>One event at one app: the one that receives it, or the one that publishes it.</summary>
/// <param name="AppId">The app; all replicas of it are one.</param>
/// <param name="Topic">The topic.</param>
/// <param name="EventId">The CloudEvents id, or what stands for it when the payload is raw.</param>
internal readonly record struct FaultTarget(string AppId, string Topic, string EventId);

/// <summary>
/// The dice behind all decisions: a pure function that looks random. No roll depends on an earlier one, so what runs at once changes nothing.
/// </summary>
internal static class FaultDice
{
    private const char Separator = '\u001f';

    /// <summary>A number from 0 (inclusive) to 1 (exclusive), evenly spread and independent for arguments that differ in anything.</summary>
    /// <param name="seed">The seed of the rules.</param>
    /// <param name="rule">Index of the rule.</param>
    /// <param name="purpose">What is decided.</param>
    /// <param name="target">About which event.</param>
    /// <param name="attempt">From 1; 0 for what is decided once for the event.</param>
    public static double Roll(int seed, int rule, string purpose, FaultTarget target, int attempt)
    {
        var text = string.Join(
            Separator, Text(seed), Text(rule), purpose, Text(attempt), Text(target.AppId.Length), target.AppId, Text(target.Topic.Length),
            target.Topic, target.EventId);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        // The upper 53 bits: what a double holds exactly.
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
