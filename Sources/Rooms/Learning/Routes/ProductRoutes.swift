import LearningNetwork
import Prevention
import Storage
import Texts
import Web

extension LearningRoom {
    func addProducts(to routes: inout RouteTable) {
        let members = Access.roles(LearningRights.members)
        routes.get(LearningPath.newProduct.pattern, allow: members, editProduct)
        routes.post(LearningPath.newProduct.pattern, allow: members, editProduct)
        routes.get(LearningPath.product.pattern, allow: .signedIn, showProduct)
        routes.post(LearningPath.productStep.pattern, allow: members, bodyLimit: 16_384, stepProduct)
        routes.get(LearningPath.newVersion.pattern, allow: members, editVersion)
        routes.post(LearningPath.newVersion.pattern, allow: members, editVersion)
        routes.get(LearningPath.version.pattern, allow: .signedIn, sendVersion)
    }

    private func product(_ visit: Visit) async throws -> (Product, LearningGroup) {
        guard let product = try await store.product(try visit.id(of: Product.self)),
            let group = try await store.group(product.groupID)
        else { throw NotFound() }
        return (product, group)
    }

    /// The product of the address, and whether the visitor works on it.
    private func visible(_ visit: Visit) async throws -> (Product, LearningGroup, isMember: Bool) {
        let account = try visit.signedInAccount()
        let (product, group) = try await product(visit)
        let isMember = LearningRights.isMember(account, of: group) && !group.isArchived
        return (product, group, isMember)
    }

    /// `GET /lernnetz/produkte/7…`
    @Sendable func showProduct(_ visit: Visit) async throws -> Answer {
        let (product, group, isMember) = try await visible(visit)
        return productPage(visit, product, group, isMember: isMember, texts[visit.language])
    }

    /// `GET` and `POST /lernnetz/gruppen/7…/produkt`
    @Sendable func editProduct(_ visit: Visit) async throws -> Answer {
        let group = try await group(visit)
        let account = try require(member: visit, of: group)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return productForm(visit, form, group, words) }
        let title = form.requiredText("name", max: 160)
        let about = form.required("wofuer") { $0.longText("wofuer", max: 1_000) }
        guard let title, let about, form.isComplete else { return productForm(visit, form, group, words) }
        let product = Product(groupID: group.id, title: title, about: about)
        try await store.add(product, Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.product.link(product.id.text), in: visit.language)
    }

    /// `GET` and `POST /lernnetz/produkte/7…/fassung`
    @Sendable func editVersion(_ visit: Visit) async throws -> Answer {
        let (product, group) = try await product(visit)
        let account = try require(member: visit, of: group)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return versionForm(visit, form, product, words) }
        let note = form.requiredText("neu", max: 300)
        let content = form.required("text") { $0.longText("text", max: 20_000) }
        let link = address("adresse", &form, words)
        guard let note, let content, form.isComplete else { return versionForm(visit, form, product, words) }
        return try await acting(visit, back: LearningPath.product.link(product.id.text)) {
            try await store.addVersion(
                content, note: note, link: link, to: product.id, Trace(account.auditActor, at: visit.now))
        }
    }

    @Sendable func stepProduct(_ visit: Visit) async throws -> Answer {
        let (product, group) = try await product(visit)
        let account = try require(member: visit, of: group)
        guard let step = visit.form.text("schritt").flatMap(ProductFlow.step) else { throw NotFound() }
        return try await acting(visit, back: LearningPath.product.link(product.id.text)) {
            try await store.take(step, of: product.id, Trace(account.auditActor, at: visit.now))
        }
    }

    /// `GET /lernnetz/produkte/7…/fassungen/2`: the words of a version as a file.
    @Sendable func sendVersion(_ visit: Visit) async throws -> Answer {
        let (product, _, _) = try await visible(visit)
        guard let number = visit.parameters["nummer"].flatMap({ Int($0) }),
            let version = product.versions.first(where: { $0.number == number })
        else { throw NotFound() }
        let text = "\(product.title)\n\n\(version.content)\n".replacing("\n", with: "\r\n")
        return .download(
            Array(text.utf8), name: "produkt-fassung-\(number).txt", contentType: "text/plain; charset=utf-8")
    }
}
