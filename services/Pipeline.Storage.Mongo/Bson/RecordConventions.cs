using System.Reflection;
using System.Text.Json.Serialization;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Conventions;
using MongoDB.Bson.Serialization.Serializers;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Subscriptions;
using ChangeKind = Pipeline.BuildingBlocks.Changes.ChangeKind;

namespace Pipeline.Storage.Mongo.Bson;

/// <summary>How the records of papers, listings and sources look as BSON: like their JSON, with times as dates.</summary>
internal static class RecordConventions
{
    private static readonly string?[] Namespaces =
    [
        typeof(EnrichedPaper).Namespace, typeof(Listing).Namespace, typeof(FetchRun).Namespace, typeof(ReprocessRun).Namespace,
        typeof(FailedMessage).Namespace, typeof(Subscription).Namespace,
    ];

    private static readonly Type[] Documents =
    [
        typeof(EnrichedPaper), typeof(Listing), typeof(FetchRun), typeof(Backfill), typeof(ReprocessRun), typeof(FailedMessage),
        typeof(Subscription), typeof(SubscriptionEvent), typeof(DeliveryAttempt),
    ];

    private static readonly Lazy<bool> Registered = new(() =>
    {
        var pack = new ConventionPack
        {
            new OnlyDocumentsHaveAKey(),
            new CheckedRecords(),
            new CamelCaseElementNameConvention(),
            new IgnoreExtraElementsConvention(true),
            new IgnoreIfNullConvention(true),
            new ValueForms(),
        };
        ConventionRegistry.Register("Pipeline records", pack, type => Namespaces.Contains(type.Namespace));
        return true;
    });

    /// <summary>Makes the conventions known to the driver; the second and later calls do nothing.</summary>
    public static void Register() => _ = Registered.Value;

    // The driver takes any property Id for the document's key; a claim's and a topic's are fields like others.
    private sealed class OnlyDocumentsHaveAKey : ConventionBase, IClassMapConvention
    {
        public void Apply(BsonClassMap classMap)
        {
            if (!Documents.Contains(classMap.ClassType))
            {
                classMap.SetIdMember(null);
            }
        }
    }

    // Records that check what they are made of have no setters: all of their fields go through the constructor that JSON uses.
    private sealed class CheckedRecords : ConventionBase, IClassMapConvention
    {
        public void Apply(BsonClassMap classMap)
        {
            var constructor = Array.Find(
                classMap.ClassType.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic),
                constructor => constructor.IsDefined(typeof(JsonConstructorAttribute), inherit: false));
            if (constructor is null)
            {
                return;
            }

            var names = constructor.GetParameters().Select(parameter => char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..]).ToArray();
            foreach (var name in names)
            {
                var member = classMap.MapProperty(name);
                if (!member.MemberInfo.IsDefined(typeof(JsonRequiredAttribute)))
                {
                    member.SetDefaultValue((object?)null);
                }
            }

            classMap.MapConstructor(constructor, names);
        }
    }

    private sealed class ValueForms : ConventionBase, IMemberMapConvention
    {
        public void Apply(BsonMemberMap memberMap)
        {
            if (SerializerOf(memberMap.MemberType) is { } serializer)
            {
                memberMap.SetSerializer(serializer);
            }
        }

        private static IBsonSerializer? SerializerOf(Type type)
            => Nullable.GetUnderlyingType(type) is { } underlying && SerializerOf(underlying) is { } inner
                ? NullableSerializer.Create(inner)
                : type switch
                {
                    { IsEnum: true } => (IBsonSerializer?)Activator.CreateInstance(typeof(KebabEnumSerializer<>).MakeGenericType(type)),
                    _ when type == typeof(DateTimeOffset) => new DateTimeOffsetSerializer(BsonType.DateTime),
                    _ when type == typeof(DateOnly) => new DateOnlySerializer(BsonType.String),
                    _ when type == typeof(Guid) => new GuidSerializer(BsonType.String),
                    _ when type == typeof(IReadOnlyList<DayOfWeek>) => Words<DayOfWeek>(),
                    _ when type == typeof(IReadOnlyList<ChangeKind>) => Words<ChangeKind>(),
                    _ when type == typeof(IReadOnlyDictionary<string, string>) => new OrdinalDictionarySerializer<string>(new StringSerializer()),
                    _ when type == typeof(IReadOnlyDictionary<string, TextSpan>)
                        => new OrdinalDictionarySerializer<TextSpan>(new TextSpanBsonSerializer()),
                    _ => null,
                };

        private static IEnumerableDeserializingAsCollectionSerializer<IReadOnlyList<TEnum>, TEnum, List<TEnum>> Words<TEnum>()
            where TEnum : struct, Enum
            => new(new KebabEnumSerializer<TEnum>());
    }
}
