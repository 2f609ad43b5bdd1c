using Google.Protobuf;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;
using EntityProto = Truceline.Entity.V1.Entity;

namespace Truceline.Entity.Storage;

/// <summary>The words of an appearance as bytes: an entity's proto with name, role and mentions, then a mark of eight bytes for each mention. Pure.</summary>
internal static class AppearanceWords
{
    internal static byte[] ToBytes(Appearance appearance)
    {
        var entity = new EntityProto { Name = appearance.Name, Role = appearance.Role, Kind = appearance.Kind, Mentions = { appearance.Mentions } };
        return [.. BitConverter.GetBytes(appearance.Mentions.Count), .. ReportContext.ToBytes(appearance.Marks), .. entity.ToByteArray()];
    }

    internal static (EntityProto Words, IReadOnlyList<ulong> Marks) FromBytes(byte[] bytes)
    {
        var marks = sizeof(int) + (BitConverter.ToInt32(bytes) * sizeof(ulong));
        return (EntityProto.Parser.ParseFrom(bytes.AsSpan(marks)), ReportContext.FromBytes(bytes[sizeof(int)..marks]));
    }

    internal static AppearanceRow ToRow(Appearance appearance) => new()
    {
        ReportId = appearance.ReportId,
        LocalId = appearance.LocalId,
        ChainId = appearance.ChainId,
        Time = appearance.Time,
        Type = (int)appearance.Key.Type,
        Strength = (int)appearance.Key.Strength,
        Key = appearance.Key.Value,
        ShortKey = appearance.Key.ShortValue,
        Country = appearance.Country,
        BaseId = appearance.BaseId,
        EntityId = appearance.EntityId,
        Words = ToBytes(appearance),
        Context = ReportContext.ToBytes(appearance.Context),
    };

    internal static Appearance FromRow(AppearanceRow row)
    {
        var (words, marks) = FromBytes(row.Words);
        var strength = (KeyStrength)row.Strength;
        return new Appearance(row.ReportId, row.LocalId, new EntityKey((EntityType)row.Type, strength, row.Key, row.ShortKey, ""))
        {
            ChainId = row.ChainId,
            Time = row.Time,
            Name = words.Name,
            Country = row.Country,
            Kind = words.Kind,
            Role = words.Role,
            Mentions = words.Mentions,
            Marks = marks,
            Context = ReportContext.FromBytes(row.Context),
            BaseId = row.BaseId,
            EntityId = row.EntityId,
        };
    }
}
