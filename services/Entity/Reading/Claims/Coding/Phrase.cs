namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>A noun with what stands before it, by indexes of a clause's words.</summary>
/// <param name="First">First word, without article and number.</param>
/// <param name="End">One past the last word, without the ending of the possessive.</param>
/// <param name="Preposition">What governs it, in lower case; empty when nothing does.</param>
internal readonly record struct Phrase(int First, int End, string Preposition)
{
    /// <summary>It names somebody or something.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Its last word is a noun for those who act.</summary>
    public bool IsActor { get; init; }

    /// <summary>It owns the noun after it, or its name is an adjective of a thing ("a Turkish proposal").</summary>
    public bool IsOwner { get; init; }

    /// <summary>Its last word counts those that follow ("a group").</summary>
    public bool IsAmount { get; init; }

    /// <summary>It joins the phrase before it by "and".</summary>
    public bool IsJoined { get; init; }

    /// <summary>"its", "their" stands before it.</summary>
    public bool IsOwned { get; init; }

    /// <summary>Whether it can take part in an event.</summary>
    public bool CanAct => IsNamed || IsActor;
}
