using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Names;

/// <summary>Common nouns by which a text speaks again of what it has named: "the group", "the ministry", "the minister".</summary>
internal static class NominalNouns
{
    private static readonly FrozenSet<string> Groups = Set("group movement militia insurgents rebels militants guerrillas organisation organization faction front fighters separatists jihadists paramilitaries paramilitary");
    private static readonly FrozenSet<string> Bodies = Set("observatory ministry agency newspaper daily broadcaster council committee commission court union party bloc mission organisation organization alliance");
    private static readonly FrozenSet<string> Forces = Set("army military force forces coalition mission peacekeepers");
    private static readonly FrozenSet<string> Governments = Set("government regime administration junta");
    private static readonly FrozenSet<string> Persons = Set(
        "president minister premier chancellor leader envoy mediator commander general king spokesman spokeswoman negotiator ambassador governor secretary chief adviser");

    /// <summary>Whether a nominal mention may end in a key.</summary>
    public static bool IsHead(string key) => IsGroup(key) || IsBody(key) || IsForce(key) || IsGovernment(key) || IsPerson(key);

    /// <summary>"the group": an armed group or organisation.</summary>
    public static bool IsGroup(string key) => Groups.Contains(key);

    /// <summary>"the ministry": an organisation whose name or kind has the word.</summary>
    public static bool IsBody(string key) => Bodies.Contains(key);

    /// <summary>"the army": an armed force.</summary>
    public static bool IsForce(string key) => Forces.Contains(key);

    /// <summary>"the government".</summary>
    public static bool IsGovernment(string key) => Governments.Contains(key);

    /// <summary>"the minister": a person by the office.</summary>
    public static bool IsPerson(string key) => Persons.Contains(key);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
