using CsCheck;
using Truceline.Entity.Corrections;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;
using EntityProto = Truceline.Entity.V1.Entity;

namespace Truceline.Entity.UnitTests.Entities;

/// <summary>Reports that name persons, and what becomes of their evidence when they arrive one after the other, without a database.</summary>
internal sealed class EvidenceWorld(CorrectionSet? corrections = null)
{
    private static readonly string[] Names = ["Omar Sample", "Lena Sample", "Omar Tester", "Sample", "Tester"];
    private static readonly string[] Countries = ["", "SY", "YE"];

    private readonly Dictionary<(string Report, string Id), Appearance> _stored = [];

    /// <summary>What is known, by report and local id, as entity ids.</summary>
    internal IReadOnlyDictionary<(string Report, string Id), string> Ids => _stored.ToDictionary(s => s.Key, s => s.Value.EntityId);

    internal IReadOnlyCollection<Appearance> All => _stored.Values;

    /// <summary>Reports with one or two persons, in places and on days that sometimes meet.</summary>
    internal static Gen<IReadOnlyList<Appearance>[]> Reports { get; } =
        Gen.Select(Gen.Int[0, Names.Length - 1].Array[1, 2], Gen.Int[0, Countries.Length - 1], Gen.Int[0, 3], Gen.Int[0, 80])
            .Array[2, 9].Select(all => all.Select((r, i) => Report($"sha256:{i:d4}", r.Item1.Select(n => Names[n]), Countries[r.Item2], $"place {r.Item3}", r.Item4)).ToArray());

    /// <summary>What a report says of the persons that it names.</summary>
    internal static IReadOnlyList<Appearance> Report(string id, IEnumerable<string> names, string country = "", string place = "Taiz", int day = 0, string? chain = null) =>
    [
        .. names.Distinct().Select(name => Person(name, country)).Select(person => new Appearance(id, EntityIds.OfDocument(EntityKeys.Of(person), chain ?? id), EntityKeys.Of(person))
        {
            ChainId = chain ?? id,
            Time = DateTimeOffset.UnixEpoch.AddDays(day),
            Name = person.Name,
            Country = country,
            Mentions = person.Mentions,
            Marks = [.. person.Mentions.Select(m => ReportContext.Hash(m.Text))],
            Context = [ReportContext.Hash(place)],
        }).DistinctBy(a => a.LocalId),
    ];

    /// <summary>A report arrives, for the first time or again.</summary>
    internal void Arrive(IReadOnlyList<Appearance> report) => Change(report[0].ReportId, report);

    /// <summary>The evidence of a report goes.</summary>
    internal void Forget(string reportId) => Change(reportId, []);

    private void Change(string reportId, IReadOnlyList<Appearance> report)
    {
        var others = _stored.Values.Where(a => a.ReportId != reportId).ToList();
        var countries = others.Where(a => a.Country.Length > 0 && a.Key.Strength == KeyStrength.Full).GroupBy(a => (a.Key.Type, a.Key.Value))
            .ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(a => a.Country).ToHashSet());
        var outcome = IdentityDecision.Decide(report, new KnownNames { Countries = countries, Appearances = others }, corrections ?? CorrectionSet.Empty);
        foreach (var key in _stored.Keys.Where(k => k.Report == reportId).ToList())
        {
            _stored.Remove(key);
        }

        foreach (var appearance in outcome.Linked.Concat(outcome.Moved))
        {
            _stored[(appearance.ReportId, appearance.LocalId)] = appearance;
        }
    }

    private static EntityProto Person(string name, string country) => new()
    {
        Id = "person",
        Type = EntityType.Person,
        Name = name,
        Country = country,
        Mentions = { new Mention { Text = name, Span = new() { Start = 0, End = name.Length } } },
    };
}
