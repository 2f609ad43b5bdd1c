using Truceline.Entity.Reading.Agreements.Norms;
using Truceline.Entity.Reading.Agreements.Outline;
using Truceline.Entity.Reading.Agreements.Parts;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Agreements;

/// <summary>Walks the provisions of a document: spreads a lead-in over its list, keeps lists of things together, reads tables and timetables.</summary>
internal sealed class ProvisionReader(Words words, ObligationBuilder builder, TermReader terms, DateOnly dDay)
{
    private ObligationDraft? _tableLead;

    /// <summary>What was read so far, in order.</summary>
    public List<ObligationDraft> Obligations { get; } = [];

    /// <summary>Reads a provision and all below it.</summary>
    /// <param name="provision">The provision.</param>
    /// <param name="leadIn">Words that lead it in.</param>
    public void Read(Provision provision, IReadOnlyList<TextSpan> leadIn)
    {
        if (provision.Kind == ProvisionKind.Row)
        {
            ReadRow(provision);
            return;
        }
        var items = provision.Children.Where(c => c.Kind is ProvisionKind.Point).ToList();
        var first = Obligations.Count;
        var isTitle = provision.Kind is ProvisionKind.Article or ProvisionKind.Annex && words.Source.Text[Math.Max(0, provision.Own.End - 1)] is not ':';
        var leads = items.Count > 0 && provision.Own.Length > 0 && !isTitle && IsLeadIn(provision.Own);
        if (leads && IsOneDuty(provision, items, leadIn))
            ReadMerged(provision, items, leadIn);
        else if (leads)
        {
            IReadOnlyList<TextSpan> below = Enacts(provision.Own) ? [] : [.. leadIn, provision.Own];
            foreach (var child in provision.Children)
                Read(child, below);
        }
        else
        {
            ReadOwn(provision, provision.Own, leadIn);
            foreach (var child in provision.Children)
                Read(child, []);
        }
        foreach (var tail in provision.Tails)
            ReadOwn(provision, tail, []);
        Spread(first, provision);
    }

    private void ReadOwn(Provision provision, TextSpan span, IReadOnlyList<TextSpan> leadIn)
    {
        if (span.Length == 0 || provision.Kind == ProvisionKind.Heading)
            return;
        var lead = new ProvisionText(words, leadIn);
        var isFirst = true;
        ObligationDraft? before = null;
        foreach (var (part, afterSemicolon) in new ProvisionText(words, [span]).Sentences())
        {
            var joined = isFirst && lead.Count > 0 ? new ProvisionText(words, [.. LastSentence(leadIn), part.Span(0, part.Count)]) : part;
            var norms = NormFinder.Find(part);
            var own = norms.Count > 0 && (lead.Count == 0 || !isFirst || norms[0].HasSubject && norms[0].Form is NormForm.Modal or NormForm.Present) ? norms : NormFinder.Find(joined);
            if (own.Count == 0 && afterSemicolon && before is not null)
                Gapped(part, provision, before);
            foreach (var norm in own)
            {
                var joint = own == norms ? Gap(norm) : -1;
                var whole = joint < 0 ? norm : norm with { End = joint - 1 };
                var added = Add(whole, provision, own == norms ? whole.Text.Span(whole.First, whole.End) : Trimmed(part), own != norms);
                before = added ?? before;
                if (joint >= 0 && before is not null)
                    Gapped(part.Slice(joint + 1, norm.End), provision, before, norm.Passive);
                if (added is not null && own != norms && norms.Count == 0 && Measured(part) is { } measured)
                    Obligations[^1] = Obligations[^1] with { Objects = measured.Objects, Areas = measured.Areas };
            }
            isFirst = false;
        }
    }

    private ObligationDraft? Add(Norm norm, Provision provision, TextSpan clause, bool fromLeadIn, ProvisionText? things = null)
    {
        if (builder.Build(norm, provision.Path, clause, fromLeadIn ? 0 : null, things) is not { } draft)
            return null;
        if (provision.Kind == ProvisionKind.Step && draft.Deadline is null)
            draft = draft with { Deadline = TermReader.Step(provision.Label, provision.Own, dDay) };
        Obligations.Add(draft);
        _tableLead = draft.Action == ClaimClasses.WithdrawWeapons ? draft : _tableLead;
        return draft;
    }

    /// <summary>"; the armed formations from the line of …": the verb of the clause before is understood.</summary>
    private void Gapped(ProvisionText part, Provision provision, ObligationDraft before, bool passive = false)
    {
        var stop = part.Find(1, part.Count, w => w is "from" or "by" or "within" or "to" or "until");
        if (stop < 0 || !(NounPhrases.IsDeterminer(part[0]) || part.IsCapital(0)))
            return;
        var norm = new Norm(part, NormForm.Modal, "withdraw") { Subordinate = new bool[part.Count], SubjectEnd = stop, VerbFirst = stop, VerbEnd = stop, End = part.Count };
        var read = terms.Read(part, 0, part.Count, null);
        var draft = before with
        {
            Clause = part.Span(0, part.Count),
            Parties = passive ? before.Parties : [builder.Phrase(part, (0, stop))],
            Objects = passive ? [builder.Phrase(part, (0, stop))] : [],
            Areas = PartReader.Areas(norm, before.Action, _ => false).Select(a => builder.Phrase(part, a)).ToList(),
            Deadline = read.Deadline ?? before.Deadline,
            From = read.From ?? before.From,
        };
        Obligations.Add(draft);
    }

    /// <summary>", and the district of Ulm by 1 December": where a second subject stands with a term of its own and no verb; -1 for none.</summary>
    private static int Gap(Norm norm)
    {
        var text = norm.Text;
        for (var i = norm.VerbEnd + 3; i < norm.End - 4; i++)
        {
            var joins = text[i] == "and" && text[i - 1] == "," && (text[i + 1] is "the" || text.IsCapital(i + 1)) && !norm.Subordinate[i];
            if (joins && norm.Passive && text.Find(i + 2, norm.End, w => w is "by" or "within" or "until") is var term and > 0 && text.IsNumber(term + 1) && text.Find(norm.VerbEnd, i, w => w is "by" or "within" or "until") > 0)
                return i;
        }
        return -1;
    }

    /// <summary>A class of weapons with its distance: "tanks: 10 km", "50 kilometres wide for artillery"; null when the words are none.</summary>
    private (IReadOnlyList<Phrase> Objects, IReadOnlyList<Phrase> Areas)? Measured(ProvisionText cells)
    {
        var distance = Enumerable.Range(0, cells.Count).FirstOrDefault(i => NounPhrases.IsDistance(cells, i), -1);
        if (distance < 0)
            return null;
        var (first, end) = (0, distance);
        var stop = cells.Count;
        if (distance <= 1)
        {
            stop = cells.Find(distance, cells.Count, w => w is "for");
            if (stop < 0)
                return null;
            (first, end) = (stop + 1, cells.Count);
        }
        while (end > first && ((!cells.IsWord(end - 1) && !cells.IsNumber(end - 1) && cells[end - 1] is not ")") || cells[end - 1] is "to" or "at" or "by"))
            end--;
        var parts = NounPhrases.Split(cells, first, end);
        return parts.Count == 0 ? null : (parts.Select(p => builder.Phrase(cells, p)).ToList(), [builder.Phrase(cells, (distance, stop))]);
    }

    /// <summary>A row of a table under a heading that a point before it refers to: a class of weapons and its distance.</summary>
    private void ReadRow(Provision row)
    {
        var cells = new ProvisionText(words, [row.Own]);
        if (_tableLead is null || Measured(cells) is not { } measured)
            return;
        Obligations.Add(_tableLead with
        {
            Number = row.Path,
            Clause = row.Own,
            Objects = measured.Objects,
            Areas = measured.Areas,
        });
    }

    /// <summary>A list of things under one verb is one duty with several objects.</summary>
    private bool IsOneDuty(Provision provision, List<Provision> items, IReadOnlyList<TextSpan> leadIn)
    {
        if (items.Exists(i => i.Children.Count > 0))
            return false;
        var lead = NormFinder.Find(new ProvisionText(words, [.. LastSentence([.. leadIn, provision.Own])]));
        if (lead.Count == 0 || lead[^1].Negated || lead[^1].Lemma is "refrain" or "respect" || lead[^1].Form is NormForm.Nominal)
            return false;
        var among = new ProvisionText(words, [provision.Own]) is var own && own.Find(own.Count - 4, own.Count, w => w is "among" or "including" or "as") >= 0;
        return items.TrueForAll(i => IsThing(new ProvisionText(words, [i.Own]), among));
    }

    private static bool IsThing(ProvisionText item, bool among)
    {
        if (item.Count is 0 or > 30 || NormFinder.Find(item).Count > 0)
            return false;
        // "at least 50 kilometres wide for artillery" is a zone of its own, "75 tanks" a limit of its own.
        return among || !(NounPhrases.IsDistance(item, 0) || item.IsNumber(0) && !item[1].Contains("mm", StringComparison.Ordinal)) && !Enumerable.Range(0, item.Count).Any(i => NounPhrases.IsDistance(item, i));
    }

    private void ReadMerged(Provision provision, List<Provision> items, IReadOnlyList<TextSpan> leadIn)
    {
        var clause = new TextSpan(provision.Own.Start, Trimmed(new ProvisionText(words, [items[^1].Own])).End);
        var text = new ProvisionText(words, [.. leadIn, provision.Own]);
        var things = items.SelectMany(i => Things(i.Own)).ToList();
        var norms = text.Sentences().ToList() is { Count: > 0 } sentences ? NormFinder.Find(sentences[^1].Part) : [];
        foreach (var (part, _) in text.Sentences().SkipLast(1))
        {
            foreach (var norm in NormFinder.Find(part))
                Add(norm, provision, norm.Text.Span(norm.First, norm.End), false);
        }
        if (norms.Count == 0)
            return;
        var draft = Add(norms[^1], provision, clause, false, new ProvisionText(words, items.Select(i => i.Own)));
        if (draft is not null)
        {
            var objects = draft.Objects.Where(o => !o.Text.Contains("following", StringComparison.OrdinalIgnoreCase));
            Obligations[^1] = draft with { Objects = [.. objects, .. things] };
        }
    }

    private IEnumerable<Phrase> Things(TextSpan span)
    {
        var item = new ProvisionText(words, [span]);
        var end = item.Find(0, item.Count, w => w is ":" or ";");
        return NounPhrases.Split(item, 0, end < 0 ? item.Count : end).Select(p => builder.Phrase(item, p));
    }

    /// <summary>"shall end within 14 days" in a point holds for the duties of that point which have no term.</summary>
    private void Spread(int first, Provision provision)
    {
        if (provision.Tails.Count == 0)
            return;
        var general = Obligations.Skip(first).LastOrDefault(o => o.Deadline is not null && o.Objects.Count == 0);
        for (var i = first; i < Obligations.Count && general is not null; i++)
        {
            if (Obligations[i].Deadline is null && Obligations[i].Action == general.Action && Obligations[i].Objects.Count > 0)
                Obligations[i] = Obligations[i] with { Deadline = general.Deadline };
        }
    }

    private bool IsLeadIn(TextSpan own)
    {
        var text = words.Source.Text;
        return text[own.End - 1] is ':' or '-' or '–' || !(text[own.End - 1] is '.' or ';');
    }

    private bool Enacts(TextSpan own)
    {
        var text = new ProvisionText(words, [own]);
        return text.Find(0, text.Count, w => w is "follows" or "following" or "these") >= 0 && text.Find(0, text.Count, w => w is "shall" or "must" or "will" or "to") < 0
            || (text.Find(0, text.Count, w => w is "agree" or "agreed" or "declare" or "decided" or "decides" or "decide") is var enacts and >= 0 && text.Find(enacts, text.Count, w => w is "follows" or "following" or "these") > 0);
    }

    /// <summary>Of words that lead in, the sentence that is not closed.</summary>
    private List<TextSpan> LastSentence(IReadOnlyList<TextSpan> leadIn)
    {
        if (leadIn.Count == 0)
            return [];
        var last = new ProvisionText(words, leadIn);
        var part = last.Sentences().LastOrDefault().Part;
        return part is null ? [] : [.. part.Pieces(0, part.Count)];
    }

    private static TextSpan Trimmed(ProvisionText part)
    {
        var end = part.Count;
        while (end > 1 && part[end - 1] is "," or ";" or "." or "and" or "or" or ":")
            end--;
        return part.Span(0, end);
    }
}
