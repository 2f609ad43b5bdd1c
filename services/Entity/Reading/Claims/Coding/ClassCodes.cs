using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>How the classes of claims read in PLOVER (code book of 2021) and ACLED (2023), whatever their words.</summary>
internal static class ClassCodes
{
    private static readonly FrozenDictionary<string, EventCoding> ByClass = new Dictionary<string, EventCoding>(StringComparer.Ordinal)
    {
        [ClaimClasses.AssaultAerial] = Code("ASSAULT", "aerial", "Air/drone strike"),
        [ClaimClasses.AssaultShelling] = Code("ASSAULT", "heavy-weapons", "Shelling/artillery/missile attack"),
        [ClaimClasses.AssaultExplosive] = Code("ASSAULT", "explosives", "Remote explosive/landmine/IED"),
        [ClaimClasses.AssaultArmed] = Code("ASSAULT", "firearms", "Armed clash"),
        [ClaimClasses.MobilizeTroops] = Code("MOBILIZE", "troops", "Other"),
        [ClaimClasses.RetreatWithdraw] = Code("RETREAT", "withdraw", "Non-violent transfer of territory"),
        [ClaimClasses.RestrictMovement] = Code("COERCE", "restrict", "Other"),
        [ClaimClasses.DisplacePeople] = Code("COERCE", "deport", "Other"),
        [ClaimClasses.Meeting] = Code("CONSULT", "visit", null),
        [ClaimClasses.Agreement] = Code("AGREE", null, "Agreement"),
        [ClaimClasses.Detain] = Code("COERCE", "arrest", "Arrests"),
        [ClaimClasses.AidDelivery] = Code("AID", null, null),
        [ClaimClasses.Demand] = Code("REQUEST", null, null),
        [ClaimClasses.Accuse] = Code("ACCUSE", null, null),
        [ClaimClasses.Warn] = Code("THREATEN", null, null),
        [ClaimClasses.WithdrawForces] = Code("AGREE", "withdraw", null),
        [ClaimClasses.WithdrawWeapons] = Code("AGREE", "withdraw", null),
        [ClaimClasses.CeaseFire] = Code("AGREE", "ceasefire", null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The coding of a class; null for one that neither vocabulary codes.</summary>
    public static EventCoding? Of(string claimClass) => ByClass.GetValueOrDefault(claimClass);

    private static EventCoding Code(string type, string? mode, string? subType) =>
        new(type, mode, null, subType is null ? null : AcledMapping.TypeOfSubType[subType], subType);
}
