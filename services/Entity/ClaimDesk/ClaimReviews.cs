using Google.Protobuf.Collections;
using Truceline.Entity.Reading.Claims.Coding;
using Truceline.Entity.Readings;
using Truceline.Entity.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.ClaimDesk;

/// <summary>What a claim is when corrections are applied to what was read. Pure.</summary>
internal static class ClaimReviews
{
    /// <summary>The fields that may be put right, by their names in the proto.</summary>
    internal static IReadOnlySet<string> Editable { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "kind", "class", "mode", "actors", "targets", "object", "object_entities", "instruments", "place", "date", "deadline", "quantities", "fatalities", "injured",
        "speaker", "source", "background", "repeated_over_period",
    };

    /// <summary>The claim with all corrections in force, in their order.</summary>
    /// <param name="asRead">The claim as the reader has it.</param>
    /// <param name="corrections">Corrections of it, reverted ones too.</param>
    internal static Claim Apply(Claim asRead, IEnumerable<ClaimCorrection> corrections)
    {
        var claim = asRead.Clone();
        claim.Review = null;
        foreach (var correction in corrections.Where(c => c.RevertTime is null).OrderBy(c => c.Sequence))
        {
            if (correction.Kind is ClaimCorrectionKind.Link or ClaimCorrectionKind.Unlink)
            {
                continue;
            }

            if (correction.Kind == ClaimCorrectionKind.Edit)
            {
                Edit(claim, correction.Edited, correction.UpdateMask.Paths);
            }

            claim.Review = new ClaimReview
            {
                State = correction.Kind switch
                {
                    ClaimCorrectionKind.Reject => ReviewState.Rejected,
                    ClaimCorrectionKind.Edit => ReviewState.Edited,
                    _ => claim.Review?.State == ReviewState.Edited ? ReviewState.Edited : ReviewState.Accepted,
                },
                CorrectedBy = correction.CorrectedBy,
                Reason = correction.Reason,
                CorrectTime = correction.CorrectTime,
                CorrectionId = correction.Id,
            };
        }

        return claim;
    }

    /// <summary>The names of the fields in which two versions of a claim differ, but for what says when and by what they were read.</summary>
    internal static IReadOnlyList<string> Differences(Claim a, Claim b) =>
    [
        .. Claim.Descriptor.Fields.InFieldNumberOrder().Where(f => f.Name is not ("id" or "provenance" or "credibility" or "revision" or "review" or "happening_id" or "links"))
            .Where(f => !Equals(f.Accessor.GetValue(a), f.Accessor.GetValue(b))).Select(f => f.Name),
    ];

    private static void Edit(Claim claim, Claim edited, RepeatedField<string> paths)
    {
        foreach (var field in paths.Where(Editable.Contains).Select(Claim.Descriptor.FindFieldByName))
        {
            field.Accessor.Clear(claim);
            var value = field.Accessor.GetValue(edited.Clone());
            if (field.IsRepeated)
            {
                var list = (System.Collections.IList)field.Accessor.GetValue(claim);
                foreach (var item in (System.Collections.IEnumerable)value)
                {
                    list.Add(item);
                }
            }
            else if (value is not null)
            {
                field.Accessor.SetValue(claim, value);
            }
        }

        if (paths.Any(p => p is "kind" or "class" or "mode" or "background"))
        {
            claim.Coding = Recoded(claim);
        }

        // What an analyst writes is no word of the report, unless it says where it stands.
        claim.Fatalities = WithEvidence(claim.Fatalities, claim.Evidence);
        claim.Injured = WithEvidence(claim.Injured, claim.Evidence);
    }

    /// <summary>The coding that the corrected kind, class and mode have; the context, which the words tell, stays.</summary>
    private static V1.EventCoding? Recoded(Claim claim)
    {
        if (!System.Enum.TryParse<Reading.ClaimKind>(claim.Kind.ToString(), out var kind) || !System.Enum.TryParse<Reading.AssertionMode>(claim.Mode.ToString(), out var mode))
        {
            return null;
        }

        var draft = new Reading.ClaimDraft(kind, claim.Class, default, mode, 1, "")
        {
            Background = claim.Background,
        };
        var coding = EventCodings.Of(ClaimCoding.CodingOf(draft, null));
        if (coding is not null)
        {
            coding.PloverContext = claim.Coding?.PloverContext ?? "";
        }

        return coding;
    }

    private static CountRange? WithEvidence(CountRange? count, Evidence? evidence)
    {
        if (count is { Evidence: null })
        {
            count.Evidence = evidence?.Clone();
        }

        return count;
    }
}
