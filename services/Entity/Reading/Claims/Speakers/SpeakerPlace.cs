namespace Truceline.Entity.Reading.Claims.Speakers;

/// <summary>How a noun phrase lies to the claim that it may be the speaker of.</summary>
internal enum SpeakerPlace
{
    /// <summary>There is no phrase: nobody is said to say it.</summary>
    Nobody,

    /// <summary>Before the claim in the sentence.</summary>
    Before,

    /// <summary>Behind the claim in the sentence.</summary>
    Behind,

    /// <summary>The subject of the claim.</summary>
    Subject,

    /// <summary>Elsewhere within the claim.</summary>
    Within,

    /// <summary>Who spoke last in a sentence before.</summary>
    LastSpeaker,

    /// <summary>The last subject of a sentence before.</summary>
    LastSubject,
}
