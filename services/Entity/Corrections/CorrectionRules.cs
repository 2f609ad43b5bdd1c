using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Entity.Corrections;

/// <summary>Which corrections contradict those in force. Pure.</summary>
internal static class CorrectionRules
{
    internal const string Merged = "ENTITY_MERGED";
    internal const string Rejected = "ENTITY_REJECTED";
    internal const string NothingToSplit = "NOTHING_TO_SPLIT";
    internal const string EverythingSplit = "EVERYTHING_SPLIT";
    internal const string MentionRejected = "MENTION_REJECTED";
    internal const string Reverted = "CORRECTION_REVERTED";
    internal const string InUse = "CORRECTION_IN_USE";
    internal const string Unlike = "TYPES_UNLIKE";

    /// <summary>An entity that is to be corrected must be one.</summary>
    /// <param name="inForce">Corrections in force.</param>
    /// <param name="entityId">The entity.</param>
    /// <param name="field">Field of the request that names it.</param>
    /// <exception cref="PreconditionFailedException">It was merged or rejected.</exception>
    internal static void CheckIsEntity(CorrectionSet inForce, string entityId, string field)
    {
        if (inForce.EntityOf(entityId) is var meant && meant != entityId)
        {
            throw new PreconditionFailedException(Merged, field, entityId, $"It is part of {meant} since it was merged.");
        }

        if (inForce.IsRejected(entityId))
        {
            throw new PreconditionFailedException(Rejected, field, entityId, "It was rejected: it is no entity.");
        }
    }

    /// <summary>Two entities that are to be one must both be entities; so no merge can close a circle.</summary>
    internal static void CheckMerge(CorrectionSet inForce, string entityId, string intoEntityId)
    {
        CheckIsEntity(inForce, entityId, "entity_id");
        CheckIsEntity(inForce, intoEntityId, "into_entity_id");
    }

    /// <summary>Two entities that are to be one must be of types that readings take for each other: bodies, places, or arms and what carries them.</summary>
    /// <exception cref="PreconditionFailedException">One is, say, a person and the other a place.</exception>
    internal static void CheckTypes(EntityType type, string intoEntityId, EntityType intoType)
    {
        if (FamilyOf(type) != FamilyOf(intoType))
        {
            throw new PreconditionFailedException(Unlike, "into_entity_id", intoEntityId, $"It is of type {intoType}, not {type}. Set the type of one first.");
        }
    }

    private static EntityType FamilyOf(EntityType type) => type switch
    {
        EntityType.ArmedGroup or EntityType.ArmedForce => EntityType.Organisation,
        EntityType.Facility => EntityType.Location,
        EntityType.MilitaryPlatform or EntityType.Vehicle => EntityType.Weapon,
        _ => type,
    };

    /// <summary>A split must part something from something.</summary>
    /// <param name="entityId">The entity.</param>
    /// <param name="moving">How many of its reports go to the other one.</param>
    /// <param name="all">How many reports it has.</param>
    internal static void CheckSplit(string entityId, long moving, long all)
    {
        if (moving == 0)
        {
            throw new PreconditionFailedException(NothingToSplit, "split", entityId, "None of its reports is meant.");
        }

        if (moving == all)
        {
            throw new PreconditionFailedException(EverythingSplit, "split", entityId, "All of its reports are meant: nothing would be left.");
        }
    }

    /// <summary>What is reverted must be in force, and nothing later may rest on it.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="all">All corrections that name one of its entities.</param>
    internal static void CheckRevert(Correction correction, IEnumerable<StoredCorrection> all)
    {
        if (correction.RevertTime is not null)
        {
            throw new PreconditionFailedException(Reverted, "correction_id", correction.Id, "It was reverted already.");
        }

        // What a split made may have been corrected since; what a merge took over may have been split again.
        var later = all.Where(c => c.IsInForce && c.Correction.Sequence > correction.Sequence).FirstOrDefault(c => RestsOn(c.Correction, correction));
        if (later is not null)
        {
            throw new PreconditionFailedException(InUse, "correction_id", correction.Id, $"The correction {later.Correction.Id} rests on it. Revert that one first.");
        }
    }

    private static bool RestsOn(Correction later, Correction earlier) => earlier.Kind switch
    {
        CorrectionKind.Split => later.EntityId == earlier.OtherEntityId || later.OtherEntityId == earlier.OtherEntityId,
        CorrectionKind.Merge => later.Kind == CorrectionKind.Split && later.EntityId == earlier.OtherEntityId,
        _ => false,
    };
}
