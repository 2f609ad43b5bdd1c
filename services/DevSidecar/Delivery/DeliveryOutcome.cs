using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;

namespace Truceline.DevSidecar.Delivery;

/// <summary>What became of a message, before it is settled.</summary>
internal enum DeliveryOutcome
{
    /// <summary>The app answered SUCCESS.</summary>
    Handled,

    /// <summary>The app does not serve OnTopicEvent: dropped, never dead-lettered.</summary>
    Unserved,

    /// <summary>The app answered DROP.</summary>
    Dropped,

    /// <summary>The app answered RETRY or an error; after the last attempt also: the retry policy gave up.</summary>
    Failed,

    /// <summary>Past its expiration; the app was not asked.</summary>
    Expired,

    /// <summary>No route matches; the app was not asked.</summary>
    Unrouted,

    /// <summary>Not an envelope, or its data is not what it says; the app was not asked.</summary>
    Unreadable,

    /// <summary>The sidecar stopped first: not settled, stays pending.</summary>
    Interrupted,
}

/// <summary>Outcomes of one attempt.</summary>
internal static class AttemptResult
{
    public static DeliveryOutcome Of(TopicEventResponse response) => response.Status switch
    {
        TopicEventResponse.Types.TopicEventResponseStatus.Success => DeliveryOutcome.Handled,
        TopicEventResponse.Types.TopicEventResponseStatus.Drop => DeliveryOutcome.Dropped,
        _ => DeliveryOutcome.Failed,
    };

    public static DeliveryOutcome Of(StatusCode error) => error == StatusCode.Unimplemented ? DeliveryOutcome.Unserved : DeliveryOutcome.Failed;
}

/// <summary>What is done with a message in the end.</summary>
internal enum Settlement
{
    Acknowledge,

    /// <summary>Publish to the dead-letter topic, then acknowledge.</summary>
    DeadLetter,

    /// <summary>Nothing: redelivered after a restart.</summary>
    LeavePending,
}

/// <summary>Chooses the settlement.</summary>
internal static class Settling
{
    /// <remarks>A failure is acknowledged all the same: without a dead-letter topic the message is lost. That is how the runtime behaves.</remarks>
    public static Settlement Decide(DeliveryOutcome outcome, bool hasDeadLetterTopic) => outcome switch
    {
        DeliveryOutcome.Interrupted => Settlement.LeavePending,
        DeliveryOutcome.Handled or DeliveryOutcome.Unserved => Settlement.Acknowledge,
        _ => hasDeadLetterTopic ? Settlement.DeadLetter : Settlement.Acknowledge,
    };
}
