namespace Truceline.GeoZone.Obligations;

/// <summary>Which classes of claims bear on a term.</summary>
/// <param name="Restates">Commitments that are the same as the term.</param>
/// <param name="Fulfils">Events that carry it out.</param>
/// <param name="Breaks">Events that break it; a trailing "*" stands for any ending.</param>
internal sealed record ActionClasses(IReadOnlyList<string> Restates, IReadOnlyList<string> Fulfils, IReadOnlyList<string> Breaks);

/// <summary>The classes that claims carry, by the action of the term. An action that is not listed is borne on by claims of its own class.</summary>
internal static class ActionVocabulary
{
    private static readonly string[] NoForce = ["refrain", "cease_fire", "no_military_action"];

    private static readonly Dictionary<string, ActionClasses> ByAction = new()
    {
        ["refrain"] = new(NoForce, [], ["assault_*"]),
        ["cease_fire"] = new(NoForce, [], ["assault_*"]),
        ["withdraw_forces"] = new(["withdraw_forces"], ["withdraw_forces", "retreat_withdraw"], ["mobilize_troops"]),
        ["withdraw_weapons"] = new(["withdraw_weapons"], ["withdraw_weapons", "retreat_withdraw"], ["mobilize_troops"]),
        ["patrol"] = new(["patrol", "monitor"], ["patrol"], []),
        ["monitor"] = new(["monitor"], ["monitor"], []),
        ["restore_transit"] = new(["restore_transit"], ["restore_transit"], ["restrict_movement"]),
        ["humanitarian_access"] = new(["humanitarian_access"], ["humanitarian_access", "aid_delivery"], ["restrict_movement"]),
    };

    /// <summary>Whether a denial of this class says that there will be no force, not that there was none.</summary>
    public static bool LooksAhead(string denialClass) => NoForce.Contains(denialClass);

    /// <summary>Classes of denial that speak of force in general.</summary>
    public static IReadOnlyList<string> GeneralDenials { get; } = ["deny", .. NoForce];

    public static ActionClasses Of(string action) => ByAction.GetValueOrDefault(action) ?? new([action], [action], []);

    /// <summary>Whether a class is meant by a pattern; a trailing "*" in the pattern stands for any ending.</summary>
    public static bool Matches(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
