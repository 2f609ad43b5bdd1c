using Truceline.Entity.Reading;
using Truceline.Entity.V1;

namespace Truceline.Entity.Readings;

/// <summary>
/// How the reader's classes read in PLOVER (event type and mode, codebook of 2021) and ACLED (event and sub-event type, codebook of 2023).
/// </summary>
internal static class EventCodings
{
    private const string Remote = "Explosions/Remote violence";
    private const string Strategic = "Strategic developments";

    private static readonly Dictionary<string, EventCoding> ByClass = new()
    {
        [ClaimClasses.AssaultAerial] = Code("ASSAULT", "aerial", Remote, "Air/drone strike"),
        [ClaimClasses.AssaultShelling] = Code("ASSAULT", "heavy-weapons", Remote, "Shelling/artillery/missile attack"),
        [ClaimClasses.AssaultExplosive] = Code("ASSAULT", "explosives", Remote, "Remote explosive/landmine/IED"),
        [ClaimClasses.AssaultArmed] = Code("ASSAULT", "firearms", "Battles", "Armed clash"),
        [ClaimClasses.MobilizeTroops] = Code("MOBILIZE", "troops", Strategic, "Other"),
        [ClaimClasses.RetreatWithdraw] = Code("RETREAT", "withdraw", Strategic, "Non-violent transfer of territory"),
        [ClaimClasses.RestrictMovement] = Code("COERCE", "restrict", Strategic, "Other"),
        [ClaimClasses.Meeting] = Code("CONSULT", "visit", "", ""),
        [ClaimClasses.Agreement] = Code("AGREE", "", Strategic, "Agreement"),
        [ClaimClasses.Detain] = Code("COERCE", "arrest", Strategic, "Arrests"),
        [ClaimClasses.AidDelivery] = Code("AID", "", "", ""),
        [ClaimClasses.Demand] = Code("REQUEST", "", "", ""),
        [ClaimClasses.Accuse] = Code("ACCUSE", "", "", ""),
        [ClaimClasses.Warn] = Code("THREATEN", "", "", ""),
        [ClaimClasses.WithdrawForces] = Code("AGREE", "withdraw", "", ""),
        [ClaimClasses.WithdrawWeapons] = Code("AGREE", "withdraw", "", ""),
        [ClaimClasses.CeaseFire] = Code("AGREE", "ceasefire", "", ""),
    };

    /// <summary>The coding; null for what neither vocabulary codes.</summary>
    internal static EventCoding? Of(string claimClass) => ByClass.TryGetValue(claimClass, out var coding) ? coding.Clone() : null;

    private static EventCoding Code(string ploverType, string ploverMode, string acledType, string acledSubType) => new()
    {
        PloverType = ploverType,
        PloverMode = ploverMode,
        AcledType = acledType,
        AcledSubType = acledSubType,
    };
}
