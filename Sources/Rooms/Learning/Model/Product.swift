package import LearningNetwork
package import Prevention
package import Workflow

/// Produkt: what a group has made for others: a guide, a form, a checklist.
package struct Product: Hashable, Sendable {
    package let id: ID<Product>
    package let groupID: ID<LearningGroup>
    package let title: String
    package let about: String
    /// Oldest first.
    package var versions: [ProductVersion]
    package var course: Course<ProductFlow>

    package init(
        id: ID<Product> = ID(), groupID: ID<LearningGroup>, title: String, about: String,
        versions: [ProductVersion] = [], course: Course<ProductFlow> = Course()
    ) {
        self.id = id
        self.groupID = groupID
        self.title = title
        self.about = about
        self.versions = versions
        self.course = course
    }

    package var state: ProductFlow.State { course.state }
}

/// Fassung eines Produkts: its words, to read and to download, and where a designed file lies if there is one.
package struct ProductVersion: Hashable, Sendable {
    /// 1 for the first.
    package let number: Int
    package let at: Instant
    /// What is new in it.
    package let note: String
    package let content: String
    /// `https` address; empty for none.
    package let link: String

    package init(number: Int, at: Instant, note: String, content: String, link: String = "") {
        self.number = number
        self.at = at
        self.note = note
        self.content = content
        self.link = link
    }
}
