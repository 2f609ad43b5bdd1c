using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.Type.V1;

namespace Truceline.Ingest.Formats.Tracks;

/// <summary>
/// A point of a track while it is being read: takes values as the format writes them, notes those that are none, and becomes a position or a fault. Whether a position
/// is possible (latitudes, speeds) is not its business. Not thread-safe.
/// </summary>
/// <param name="path">Where it stands in the document.</param>
internal sealed class TrackPoint(string path)
{
    private const int LongestOriginal = 64 * 1024;
    private readonly FieldViolations _violations = new();
    private readonly PositionDraft _draft = new();

    /// <summary>What it is of.</summary>
    internal string ObjectId
    {
        get => _draft.ObjectId;
        set => _draft.ObjectId = value;
    }

    /// <summary>What it is called.</summary>
    internal string Name { set => _draft.Name = value; }

    /// <summary>What it is.</summary>
    internal string Type { set => _draft.Type = value; }

    /// <summary>Notes that something is wrong with a field.</summary>
    internal void Refuse(string field, string description, string reason) => _violations.Add(field, description, reason);

    /// <summary>Latitude and longitude in degrees, as written; null when it is missing.</summary>
    internal void Place(string? latitude, string? longitude)
    {
        var (north, east) = (Required("lat", latitude), Required("lon", longitude));
        if (north is { } y && east is { } x)
        {
            _draft.Position = new Position { Latitude = y, Longitude = x };
        }
    }

    /// <summary>The time as written; required. Epoch milliseconds are taken, too.</summary>
    internal void Time(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _violations.Add(field, "It is required: a position without a time is none.", "REQUIRED");
        }
        else if (DateText.Read(text) is { Length: > 10 } instant)
        {
            _draft.Time = instant;
        }
        else
        {
            _violations.Add(field, "It must be an instant such as \"2018-09-17T14:05:00Z\".", "INVALID_DATE");
        }
    }

    /// <summary>Height above the ellipsoid in metres; left out when the format's word for unknown.</summary>
    internal void Altitude(string? text, double unknown = double.PositiveInfinity)
    {
        if (Optional("altitude", text) is { } value && value < unknown)
        {
            _draft.AltitudeM = value;
        }
    }

    /// <summary>Radius in metres; 0 when it is the format's word for unknown.</summary>
    internal void Radius(string field, string? text, double unknown = double.PositiveInfinity)
    {
        if (Optional(field, text) is { } value && value < unknown)
        {
            _draft.RadiusM = value;
        }
    }

    /// <summary>Speed over ground in metres a second. Trackers write a negative one when they know none.</summary>
    internal void Speed(string? text)
    {
        if (Optional("speed", text) is { } value and >= 0)
        {
            _draft.SpeedMps = value;
        }
    }

    /// <summary>Course in degrees from true north; 360 is 0, a negative one is unknown.</summary>
    internal void Course(string? text)
    {
        if (Optional("course", text) is { } value and >= 0)
        {
            _draft.CourseDeg = value == 360 ? 0 : value;
        }
    }

    /// <summary>The position, or everything that is wrong with it.</summary>
    /// <param name="original">Its characters, for whoever mends it.</param>
    internal DocumentItem ToItem(string original = "") => _violations.Count == 0
        ? new PositionItem(path, _draft)
        : new FaultItem(path, _violations.All, original.Length <= LongestOriginal ? original : original[..LongestOriginal]);

    /// <summary>A fault of an item that is no point at all.</summary>
    internal static FaultItem Fault(string path, string field, string description, string reason, string original = "") => new(
        path, [new BadRequest.Types.FieldViolation { Field = field, Description = description, Reason = reason }],
        original.Length <= LongestOriginal ? original : original[..LongestOriginal]);

    private double? Required(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _violations.Add(field, "It is required.", "REQUIRED");
            return null;
        }

        return Optional(field, text);
    }

    private double? Optional(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim() is "NaN" or "nan")
        {
            return null;
        }

        if (Tables.Cells.Number(text) is { } value)
        {
            return value;
        }

        _violations.Add(field, "It must be a number.", "INVALID_NUMBER");
        return null;
    }
}
