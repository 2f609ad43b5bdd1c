using System.ComponentModel.DataAnnotations;

namespace Truceline.Entity.Storage;

/// <summary>An entity in the table <c>entities</c>. Rows stay when their evidence goes, so that no id that was ever given out is unknown.</summary>
internal sealed class EntityRow
{
    [MaxLength(120)]
    public required string EntityId { get; init; }

    /// <summary>Type as evidence has it; an analyst's is in the corrections.</summary>
    public required int Type { get; set; }

    /// <summary>Name as evidence has it, an analyst's is in the corrections; empty when its words were erased.</summary>
    public required string Name { get; set; }

    [MaxLength(8)]
    public required string Country { get; set; }

    public required string Kind { get; set; }

    /// <summary>Whether its id was given by a knowledge base, the gazetteer or a vocabulary.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Id in the knowledge base; empty for what it does not hold.</summary>
    [MaxLength(120)]
    public string KnowledgeId { get; init; } = "";

    [MaxLength(40)]
    public required string Rule { get; init; }

    [MaxLength(Reading.StoryReader.LongestVersion)]
    public required string Reader { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }

    /// <summary>Candidates for where it lies, as the wire form of a list of protos; empty for what is no place.</summary>
    public byte[] Places { get; set; } = [];

    public long Mentions { get; set; }

    public long Reports { get; set; }

    /// <summary>What it was merged into, by an analyst or by evidence, itself not merged; null for what stands for itself.</summary>
    [MaxLength(120)]
    public string? MergedInto { get; set; }

    /// <summary>Counts up with every correction; part of the etag and of what events tell.</summary>
    public long Version { get; set; }

    /// <summary>Number of the change (counter <c>identity</c>) after which search has to look at it again.</summary>
    public long Change { get; set; }
}

/// <summary>A name that reports use of an entity, in the table <c>entity_names</c>.</summary>
internal sealed class EntityNameRow
{
    [MaxLength(120)]
    public required string EntityId { get; init; }

    public required string Name { get; init; }

    public long Mentions { get; set; }

    public long Reports { get; set; }

    /// <summary>Reports whose fullest name of the entity it is.</summary>
    public long Titles { get; set; }
}
