using Truceline.Entity.Reading.Agreements.Norms;
using Truceline.Entity.Reading.Agreements.Parts;
using Truceline.Entity.Reading.Claims;

namespace Truceline.Entity.Reading.Agreements;

/// <summary>Makes an obligation of a norm, with what the norms before it leave understood. One for each document; not thread-safe.</summary>
internal sealed class ObligationBuilder(EntityIndex index, TermReader terms, IReadOnlyList<string> signatories)
{
    private ObligationDraft? _lastWithdrawal;
    private ObligationDraft? _last;

    /// <summary>The obligation that a norm states; null when it states none of a known kind.</summary>
    /// <param name="norm">The norm.</param>
    /// <param name="number">Path of its point.</param>
    /// <param name="clause">Range to quote.</param>
    /// <param name="termsFrom">First word that terms are read from; the norm's first when null.</param>
    /// <param name="things">Words of a list that the norm is about; null for none.</param>
    public ObligationDraft? Build(Norm norm, string number, TextSpan clause, int? termsFrom = null, ProvisionText? things = null)
    {
        var text = norm.Text;
        if (PartReader.IsUnaccusative(norm))
            norm = norm with { Passive = true };
        var isProcess = PartReader.IsProcess(norm) && !norm.Negated;
        var limit = LimitOf(norm);
        var action = ActionOf(norm, limit is not null, things);
        if (isProcess && _lastWithdrawal is { } withdrawal && action is not (ClaimClasses.CreateZone or ClaimClasses.Monitor or "delineate")
            && text.Find(norm.SubjectFirst, norm.SubjectEnd, w => w is "withdrawal" or "disengagement" or "pullback" or "redeployment" or "stage" or "phase" or "it" or "process" or "pullout") >= 0)
            action = withdrawal.Action;
        if (action is null)
            return null;
        var modality = limit is not null ? ObligationModality.Limit
            : norm.Declares ? ObligationModality.Declaration
            : norm.Negated ? ObligationModality.Prohibition
            : norm.Allowed ? ObligationModality.Permission : ObligationModality.Duty;
        var parties = PartReader.Parties(norm, action);
        var read = terms.Read(text, termsFrom ?? norm.First, norm.End, isProcess ? text.Text(norm.SubjectFirst, norm.SubjectEnd) : null);
        var (exception, condition) = PartReader.Provisos(norm, text, norm.First, norm.End);
        var draft = new ObligationDraft(number, modality, action, clause)
        {
            Parties = parties?.Select(p => Party(text, p)).Where(IsSaid).ToList() ?? (isProcess ? (_lastWithdrawal ?? _last)?.Parties : norm.HasSubject || norm.Form == NormForm.Nominal ? [] : _last?.Parties) ?? [],
            Objects = limit is { } l ? [Phrase(text, (l.At + 1, NounEnd(norm, l.At + 1)))] : PartReader.Objects(norm, action).Select(p => Phrase(text, p)).Where(IsSaid).ToList(),
            Areas = PartReader.Areas(norm, action, IsPlace).Select(p => Phrase(text, p)).Where(IsSaid).ToList(),
            Distances = text.Pieces(norm.First, norm.End).SelectMany(index.QuantitiesIn).Where(q => q.Kind == QuantityKind.Distance).ToList(),
            From = read.From,
            Start = read.Start,
            Deadline = read.Deadline,
            Verification = PartReader.Verifier(norm) is { } verifier ? [Phrase(text, verifier)] : [],
            Exception = exception,
            Condition = condition,
            Limit = limit?.Value,
        };
        if (norm.Declares)
            draft = draft with { Objects = [] };
        // "Mines laid there": where the duty before applies.
        if (draft.Areas.Count == 0 && _last is { Areas.Count: > 0 } && text.Find(norm.First + 1, norm.End, w => w is "there" or "therein") >= 0 && !norm.Subordinate.Any(s => s))
            draft = draft with { Areas = _last.Areas };
        Remember(draft);
        return draft;
    }

    /// <summary>Keeps what later norms may refer to.</summary>
    public void Remember(ObligationDraft draft)
    {
        _last = draft;
        // "The withdrawal" of a point is the one that the point began with.
        if (draft.Action is ClaimClasses.WithdrawForces or ClaimClasses.WithdrawWeapons && draft.Modality == ObligationModality.Duty
            && (_lastWithdrawal is not { } before || Point(before.Number) != Point(draft.Number)))
            _lastWithdrawal = draft.Parties.Count > 0 || _lastWithdrawal is null ? draft : draft with { Parties = _lastWithdrawal.Parties };
        if (draft is { Action: ClaimClasses.CeaseFire, From.Value: { } value } && DateOnly.TryParse(value.AsSpan(0, 10), System.Globalization.CultureInfo.InvariantCulture, out var day))
            terms.Ceasefire ??= day;
    }

    /// <summary>A phrase with the entities that it names.</summary>
    public Phrase Phrase(ProvisionText text, (int First, int End) part)
    {
        var (first, end) = part;
        while (first < end - 1 && text[first] is "the" or "a" or "an" or "all" or "," or "its" or "their" or "any")
            first++;
        var phrase = text.PhraseOf(first, Math.Max(first + 1, end));
        return phrase with { Entities = text.Pieces(first, Math.Max(first + 1, end)).SelectMany(index.In).Select(m => m.Entity.Id).Distinct().ToList() };
    }

    private Phrase Party(ProvisionText text, (int First, int End) part)
    {
        var phrase = Phrase(text, part);
        var actors = text.Pieces(part.First, part.End).SelectMany(index.ActorsIn).Distinct().ToList();
        if (actors.Count > 0)
            return phrase with { Entities = actors };
        // "the Parties", "both sides", "neither side": those who signed.
        return text.Find(part.First, part.End, w => w is "parties" or "sides" or "side" or "party") >= 0 ? phrase with { Entities = signatories } : phrase;
    }

    private static bool IsSaid(Phrase phrase) => phrase.Text.Length > 0;

    private static string Point(string number) => number.IndexOfAny(['(', '.']) is var end and > 0 ? number[..end] : number;

    private bool IsPlace(TextSpan span) =>
        index.In(span).Any(m => m.Entity.Type is EntityType.Location or EntityType.Facility && m.Mention.Span.Start - span.Start < 12);

    private static string? ActionOf(Norm norm, bool isLimit, ProvisionText? things)
    {
        if (isLimit)
            return "limit";
        if (norm.Declares)
            return "declare";
        if (norm.Negated)
            return ClaimClasses.Refrain;
        var text = norm.Text;
        var words = Enumerable.Range(norm.VerbEnd - 1, Math.Max(0, norm.End - norm.VerbEnd + 1)).Select(i => text[i]).ToList();
        words.AddRange(Enumerable.Range(0, things?.Count ?? 0).Select(i => things![i]));
        var subject = Enumerable.Range(norm.SubjectFirst, norm.SubjectEnd - norm.SubjectFirst).Select(i => text[i]).ToList();
        if (norm.Allowed)
            return "permit";
        if (norm.Passive && PartReader.IsUnaccusative(norm with { Passive = false }))
            return ActionTable.ClassOf(norm.Lemma, false, [.. subject, .. words]) ?? ClaimClasses.CeaseFire;
        if (norm.Lemma is "take" or "prevent" or "see" or "ensure" or "make" && words.Contains("prevent") || norm.Lemma is "take" && words.Contains("that") && words.Contains("no"))
            return ClaimClasses.Refrain;
        var isNoun = norm.Form == NormForm.Nominal;
        return (norm.Passive ? ActionTable.ClassOf(norm.Lemma, isNoun, [.. subject, .. words]) : ActionTable.ClassOf(norm.Lemma, isNoun, words))
            ?? ActionTable.ClassOf(norm.Lemma, isNoun, [.. words, .. subject])
            ?? (norm.Form is NormForm.Modal && norm.Lemma.Length > 2 && norm.Lemma is not ("be" or "have" or "enter" or "remain" or "form" or "apply" or "consist" or "become") ? ClaimClasses.OtherCommitment : null);
    }

    private static (int At, long Value)? LimitOf(Norm norm)
    {
        var text = norm.Text;
        for (var i = norm.VerbFirst; i < norm.End; i++)
        {
            if (!text.IsNumber(i) || text.Find(i + 1, i + 2, w => w is "mm" or "%" or ":" || NounPhrases.IsDistanceUnit(w) || w is "days" or "hours" or "weeks" or "months" or "day" or "january" || NounPhrases.IsMonth(w)) >= 0)
                continue;
            var before = string.Join(' ', Enumerable.Range(Math.Max(norm.VerbFirst, i - 5), i - Math.Max(norm.VerbFirst, i - 5)).Select(j => text[j])) + " ";
            var isMost = before.Contains("no more than ", StringComparison.Ordinal) || before.Contains("not more than ", StringComparison.Ordinal) || before.Contains("at most ", StringComparison.Ordinal)
                || before.Contains("exceed ", StringComparison.Ordinal) || before.EndsWith("up to ", StringComparison.Ordinal) || before.Contains("maximum of ", StringComparison.Ordinal);
            if (isMost && long.TryParse(text.Raw(i).Replace(",", "", StringComparison.Ordinal), out var value))
                return (i, value);
        }
        return null;
    }

    private static int NounEnd(Norm norm, int first) => Math.Max(first + 1, NounPhrases.End(norm.Text, first, norm.End, norm.Subordinate));
}
