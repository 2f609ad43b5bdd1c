using Truceline.Entity.Reading.Agreements.Outline;
using Truceline.Entity.Reading.Agreements.Parts;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Agreements;

/// <summary>
/// Reads the obligations that the text of an agreement sets, point by point. Holds no state; safe to share between threads. Takes any text; what is no
/// agreement gives none.
/// </summary>
internal static class AgreementReader
{
    /// <summary>The obligations of an agreement in order of the text; null when the text is no agreement.</summary>
    public static IReadOnlyList<ObligationDraft>? Read(
        SegmentedText text, ReportHeader header, IReadOnlyList<NamedEntity> entities, IReadOnlyList<DateMention> dates, IReadOnlyList<QuantityMention> quantities)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(header);
        if (!AgreementRecogniser.MayBe(text.Text))
            return null;
        var words = new Words(text);
        if (!AgreementRecogniser.Is(text, words))
            return null;
        var index = new EntityIndex(text, entities, dates, quantities);
        var signed = AgreementRecogniser.Signed(text.Text, dates) ?? header.Reference;
        var terms = new TermReader(text.Text, dates, signed);
        var top = OutlineReader.Read(text.Text, new TextSpan(0, text.Text.Length));
        var builder = new ObligationBuilder(index, terms, Signatories(top, text, index));
        var reader = new ProvisionReader(words, builder, terms, AgreementRecogniser.DDay(text, signed));
        foreach (var provision in top)
            reader.Read(provision, []);
        return Verified(reader.Obligations);
    }

    /// <summary>Those whom the preamble names.</summary>
    private static List<string> Signatories(List<Provision> top, SegmentedText text, EntityIndex index)
    {
        foreach (var paragraph in top.TakeWhile(p => p.Kind is ProvisionKind.Paragraph or ProvisionKind.Heading))
        {
            var actors = index.ActorsIn(paragraph.Own);
            if (actors.Count > 1)
                return [.. actors];
        }
        return [];
    }

    /// <summary>"The OSCE shall verify the withdrawal": whoever monitors a thing verifies the duties about it that name nobody else.</summary>
    private static List<ObligationDraft> Verified(List<ObligationDraft> obligations)
    {
        for (var i = 0; i < obligations.Count; i++)
        {
            var monitor = obligations[i];
            if (monitor is not { Action: ClaimClasses.Monitor, Modality: ObligationModality.Duty, Parties.Count: > 0 })
                continue;
            var about = string.Join(' ', monitor.Objects.Select(o => o.Text));
            for (var j = 0; j < obligations.Count; j++)
            {
                var other = obligations[j];
                var isMeant = other.Action is ClaimClasses.WithdrawForces or ClaimClasses.WithdrawWeapons
                    && (about.Contains("withdrawal", StringComparison.OrdinalIgnoreCase) || about.Contains("disengagement", StringComparison.OrdinalIgnoreCase) || about.Contains("stage", StringComparison.OrdinalIgnoreCase)
                        || (about.Length == 0 && Math.Abs(i - j) < 8 && other.Number.Length > 0 && monitor.Number.StartsWith(other.Number.Split('(')[0], StringComparison.Ordinal)));
                if (isMeant && other.Verification.Count == 0)
                    obligations[j] = other with { Verification = monitor.Parties };
            }
        }
        return obligations;
    }
}
