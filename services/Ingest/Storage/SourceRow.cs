using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.Sources.Registry;
using Truceline.Ingest.V1;
using Truceline.Type.V1;

namespace Truceline.Ingest.Storage;

/// <summary>A source in the table <c>sources</c>: what was registered, and what its fetches left.</summary>
internal sealed class SourceRow
{
    [MaxLength(36)]
    public required string Id { get; init; }

    [MaxLength(400)]
    public string Name { get; set; } = "";

    [MaxLength(2048)]
    public string Address { get; set; } = "";

    /// <summary>Host of the address, lower case: fetches of one host take turns.</summary>
    [MaxLength(255)]
    public string Host { get; set; } = "";

    [MaxLength(2048)]
    public string RegisteredAddress { get; set; } = "";

    [MaxLength(35)]
    public string ExpectedFormat { get; set; } = "";

    /// <summary>In seconds; 0 when there is a cron expression.</summary>
    public int IntervalSeconds { get; set; }

    [MaxLength(200)]
    public string Cron { get; set; } = "";

    [MaxLength(400)]
    public string Outlet { get; set; } = "";

    [MaxLength(35)]
    public string Language { get; set; } = "";

    public int Reliability { get; set; }

    public bool Paused { get; set; }

    /// <summary>Counts the changes of what stands above; the etag.</summary>
    public int Version { get; set; }

    /// <summary>Counts all changes.</summary>
    public long Revision { get; set; }

    public DateTimeOffset CreateTime { get; set; }

    public DateTimeOffset UpdateTime { get; set; }

    [MaxLength(1000)]
    public string ETag { get; set; } = "";

    [MaxLength(100)]
    public string LastModified { get; set; } = "";

    [MaxLength(2048)]
    public string ValidatorsAddress { get; set; } = "";

    [MaxLength(80)]
    public string BodyHash { get; set; } = "";

    public int ConsecutiveFailures { get; set; }

    [MaxLength(60)]
    public string LastError { get; set; } = "";

    public DateTimeOffset? LastSuccessTime { get; set; }

    public DateTimeOffset? LastAttemptTime { get; set; }

    public DateTimeOffset? NextDueTime { get; set; }

    public bool IsGone { get; set; }

    internal static SourceRow Of(RegisteredSource source)
    {
        var row = new SourceRow { Id = source.Source.Id, CreateTime = source.Source.CreateTime.ToDateTimeOffset() };
        row.Set(source);
        row.Version = 1;
        return row;
    }

    /// <summary>Takes over what was registered and what is left for the next fetch, but no id, version and time of registration.</summary>
    internal void Set(RegisteredSource registered)
    {
        var source = registered.Source;
        Name = source.Name;
        SetAddress(source.Address);
        RegisteredAddress = source.RegisteredAddress;
        ExpectedFormat = source.ExpectedFormat;
        IntervalSeconds = source.IntervalSeconds;
        Cron = source.Cron;
        Outlet = source.Outlet;
        Language = source.Language;
        Reliability = (int)source.Reliability;
        Paused = source.Paused;
        UpdateTime = source.UpdateTime.ToDateTimeOffset();
        Set(registered.State);
    }

    /// <summary>Takes over what is left for the next fetch.</summary>
    internal void Set(FetchState state)
    {
        ETag = state.Validators.ETag;
        LastModified = state.Validators.LastModified;
        ValidatorsAddress = state.Validators.Any ? state.Validators.Address[..Math.Min(state.Validators.Address.Length, 2048)] : "";
        BodyHash = state.BodyHash;
        ConsecutiveFailures = state.ConsecutiveFailures;
        LastError = state.LastError;
        LastSuccessTime = state.LastSuccess;
        LastAttemptTime = state.LastAttempt;
        NextDueTime = state.NextDue;
        IsGone = state.IsGone;
    }

    /// <summary>Takes over an address.</summary>
    internal void SetAddress(string address)
    {
        Address = address;
        Host = HostGate.HostOf(new Uri(address));
    }

    internal RegisteredSource ToSource()
    {
        var source = new Source
        {
            Id = Id,
            Name = Name,
            Address = Address,
            RegisteredAddress = RegisteredAddress,
            ExpectedFormat = ExpectedFormat,
            Outlet = Outlet,
            Language = Language,
            Reliability = (SourceReliability)Reliability,
            Paused = Paused,
            Etag = Version.ToString(CultureInfo.InvariantCulture),
            CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
            UpdateTime = Timestamp.FromDateTimeOffset(UpdateTime),
        };
        if (Cron.Length > 0)
        {
            source.Cron = Cron;
        }
        else
        {
            source.IntervalSeconds = IntervalSeconds;
        }

        return new RegisteredSource(source, new FetchState
        {
            Validators = new Validators(ETag, LastModified, ValidatorsAddress),
            BodyHash = BodyHash,
            ConsecutiveFailures = ConsecutiveFailures,
            LastError = LastError,
            LastSuccess = LastSuccessTime,
            LastAttempt = LastAttemptTime,
            NextDue = NextDueTime,
            IsGone = IsGone,
        });
    }
}
