using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Positions;

/// <summary>Makes an observed position of a draft that was found valid. Pure.</summary>
internal static class PositionFactory
{
    /// <summary>The position. Its id is over object, instant, place and source: however it comes again, it is the same.</summary>
    /// <param name="draft">What was handed in.</param>
    /// <param name="documentId">The raw document; empty when it came by itself.</param>
    /// <param name="itemPath">Where in the document it stands.</param>
    /// <param name="sourceId">The registered source; empty when somebody handed it in.</param>
    /// <param name="received">Instant of receipt, UTC.</param>
    internal static ObservedPosition Create(PositionDraft draft, string documentId, string itemPath, string sourceId, DateTimeOffset received)
    {
        var instant = DateTimeOffset.Parse(draft.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return new ObservedPosition
        {
            Id = ContentHash.Of(
                draft.ObjectId,
                instant.ToString("O", CultureInfo.InvariantCulture),
                draft.Position.Latitude.ToString("R", CultureInfo.InvariantCulture),
                draft.Position.Longitude.ToString("R", CultureInfo.InvariantCulture),
                draft.Source),
            Position = draft,
            ReceivedTime = Timestamp.FromDateTimeOffset(received),
            DocumentId = documentId,
            ItemPath = itemPath,
            SourceId = sourceId,
        };
    }
}
