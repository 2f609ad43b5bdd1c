namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>Classes that the model tells apart. The order is part of the model's format.</summary>
internal static class ClauseClasses
{
    /// <summary>What stands for "none is clear".</summary>
    public const int Open = 0;

    /// <summary>The classes; the first is empty and stands for "none is clear".</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "",
        ClaimClasses.AssaultAerial, ClaimClasses.AssaultShelling, ClaimClasses.AssaultArmed, ClaimClasses.AssaultExplosive, ClaimClasses.MobilizeTroops, ClaimClasses.RetreatWithdraw,
        ClaimClasses.RestrictMovement, ClaimClasses.Meeting, ClaimClasses.Agreement, ClaimClasses.DisplacePeople, ClaimClasses.Detain, ClaimClasses.Release, ClaimClasses.AidDelivery, ClaimClasses.Loot,
        ClaimClasses.CreateZone, ClaimClasses.WithdrawForces, ClaimClasses.WithdrawWeapons, ClaimClasses.Patrol, ClaimClasses.RestoreTransit, ClaimClasses.CeaseFire, ClaimClasses.Monitor,
        ClaimClasses.Refrain, ClaimClasses.HumanitarianAccess, ClaimClasses.ExchangePrisoners, ClaimClasses.Demine, ClaimClasses.NoMilitaryAction, ClaimClasses.DenyEvent, ClaimClasses.Refuse,
        ClaimClasses.Warn, ClaimClasses.Accuse, ClaimClasses.Demand, ClaimClasses.Threaten,
    ];

    private static readonly Dictionary<string, int> Indexes = All.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);

    /// <summary>Index of a class; <see cref="Open"/> for every other.</summary>
    public static int IndexOf(string? name) => name is not null && Indexes.TryGetValue(name, out var index) ? index : Open;

    /// <summary>The class that a claim of a kind bears where none is clear.</summary>
    public static string General(ClaimKind kind) => kind switch
    {
        ClaimKind.Event => "other",
        ClaimKind.Commitment => ClaimClasses.OtherCommitment,
        ClaimKind.Denial => ClaimClasses.DenyEvent,
        _ => ClaimClasses.Say,
    };

    /// <summary>Whether a claim of a kind and mode may bear a class.</summary>
    public static bool Fits(int index, ClaimKind kind, AssertionMode mode) => All[index] switch
    {
        ClaimClasses.DenyEvent or ClaimClasses.Refuse => kind is ClaimKind.Denial,
        ClaimClasses.NoMilitaryAction => kind is ClaimKind.Denial or ClaimKind.Commitment,
        ClaimClasses.Threaten => mode is AssertionMode.Threatened,
        ClaimClasses.Warn or ClaimClasses.Accuse or ClaimClasses.Demand => kind is ClaimKind.Statement && mode is not AssertionMode.Threatened,
        _ => kind is not ClaimKind.Denial && mode is not AssertionMode.Threatened,
    };
}
